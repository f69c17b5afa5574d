import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Failure } from '../shell/failure.view.js';
import { Flag } from '../shell/mark.view.js';
import { patientName } from '../shell/people.js';
import { matchStudy, type Acquisition, type CandidateExam } from './acquisitions.api.js';
import { compare, differencesInWords, examInWords, type Compared } from './compare.js';
import styles from './match.module.css';

interface Props {
  readonly study: Acquisition;
  readonly exam: CandidateExam;
  readonly onMatched: () => void;
}

const Comparison = ({ lines, label }: { lines: readonly Compared[]; label: string }) => (
  <table className={styles.comparison} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">What</span>
        </th>
        <th scope="col">The exam</th>
        <th scope="col">The device</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ label: name, study, exam, differs }) => (
        <tr key={name} data-differs={differs}>
          <th scope="row">{name}</th>
          <td className="figure">{exam || '–'}</td>
          <td className="figure">
            {study || 'nothing'} {differs && <Flag tone="warn">different</Flag>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const useMatch = ({ study, exam, onMatched }: Props) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => matchStudy(study, exam.examId),
    onSuccess: onMatched,
    onSettled: () => queries.invalidateQueries({ queryKey: ['modality-gateway'] }),
  });
};

const Confirm = ({ props, opened, close }: { props: Props; opened: boolean; close: () => void }) => {
  const { study, exam } = props;
  const matching = useMatch(props);
  const name = patientName(exam.patient);
  const lines = compare(study, exam);
  return (
    <Modal opened={opened} onClose={close} title={`Is this the scan of ${name}?`} size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Comparison lines={lines} label="What study and exam say" />
      <p>
        {lines.some(({ differs }) => differs)
          ? `The PACS gets a copy under the name and the numbers of ${name}; what the device sent is kept as it is.`
          : 'Nothing differs: the PACS gets what the device sent.'}{' '}
        The exam goes on to the reading list. This cannot be undone here.
      </p>
      {matching.error && <Failure error={matching.error} />}
      <div className={styles.answer}>
        <Button variant="default" data-autofocus onClick={close}>
          Not this one
        </Button>
        <Button loading={matching.isPending} onClick={() => matching.mutate()}>
          Match
        </Button>
      </div>
    </Modal>
  );
};

/** An exam that a study may belong to, with what differs; the match is asked for once more. */
export const CandidateCard = (props: Props) => {
  const { study, exam } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const differences = differencesInWords(compare(study, exam));
  return (
    <li className={`sheet ${styles.candidate}`}>
      <div>
        <strong>{patientName(exam.patient)}</strong> {exam.suggested && <Flag tone="accent">suggested</Flag>}
        <div className="figure">{examInWords(exam)}</div>
        <div className="quiet figure">{exam.accessionNumber}</div>
        <div className={differences ? styles.differs : 'quiet'}>{differences || 'Nothing differs'}</div>
      </div>
      <Button variant="default" aria-label={`Match with the exam of ${patientName(exam.patient)}, ${exam.accessionNumber}`} onClick={open}>
        Match
      </Button>
      <Confirm props={props} opened={opened} close={close} />
    </li>
  );
};
