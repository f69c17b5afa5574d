import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ReportPanel } from '../reporting/report-panel.view.js';
import { Preview } from '../reporting/preview.view.js';
import { Failure } from '../shell/failure.view.js';
import { KeySheet } from '../shell/keys.view.js';
import { useSession } from '../shell/session.view.js';
import { deskKeys } from './desk-keys.table.js';
import styles from './desk.module.css';
import { FindingsPanel } from './findings-panel.view.js';
import { useJudging } from './judging.view.js';
import { StudyHead } from './study-head.view.js';
import type { Instance, StudyToRead } from './studies.api.js';
import { Viewer } from './viewer.view.js';

type Step = 'findings' | 'report';

const steps = [
  { value: 'findings', label: 'Findings' },
  { value: 'report', label: 'Report' },
];

const Left = ({ viewer, preview, withReport }: { viewer: ReactNode; preview: ReactNode; withReport: boolean }) => {
  const [wanted, setWanted] = useState<string>();
  const shown = withReport ? (wanted ?? 'pdf') : 'images';
  const sides = [
    { value: 'images', label: 'Images' },
    { value: 'pdf', label: 'PDF of the report' },
  ];
  return (
    <div className={styles.left}>
      {withReport && (
        <SegmentedControl className={styles.sides} aria-label="Left side" data={sides} value={shown} onChange={setWanted} />
      )}
      {shown === 'images' ? viewer : preview}
    </div>
  );
};

/** What of a study somebody's roles open: a technologist sees no report, a manager no images. */
const useOpen = ({ facilityId }: StudyToRead) => {
  const { may } = useSession();
  return { images: may('see-images', facilityId), report: may('see-report', facilityId), typing: may('type-values', facilityId) };
};

const Steps = ({ step, onStep }: { step: Step; onStep?: (step: Step) => void }) =>
  onStep ? (
    <SegmentedControl
      aria-label="Step"
      data={steps}
      value={step}
      onChange={(value) => onStep(value === 'report' ? 'report' : 'findings')}
    />
  ) : (
    <h2>Findings</h2>
  );

/** Which image is big, and which were painted big so far. */
const useLooking = ({ instances }: StudyToRead) => {
  const [selected, onSelect] = useState(0);
  const [shown, setShown] = useState<readonly Instance[]>([]);
  const onShown = (image: Instance) => setShown((before) => [...before, image]);
  return { images: instances.filter(({ kind }) => kind === 'image'), selected, onSelect, shown, onShown };
};

const Pictures = ({ looking, isOpen }: { looking: ReturnType<typeof useLooking>; isOpen: boolean }) =>
  isOpen ? <Viewer {...looking} /> : <p className={styles.closed}>Images are shown to physicians and technologists.</p>;

const isReviewed = ({ state }: StudyToRead): boolean => state === 'reviewed' || state === 'signed';

/** The reading desk for one study. */
export const Desk = ({ study, failure }: { study: StudyToRead; failure?: Error }) => {
  const open = useOpen(study);
  const [step, setStep] = useState<Step>(isReviewed(study) && open.report ? 'report' : 'findings');
  const looking = useLooking(study);
  const judging = useJudging(study, () => setStep('report'));
  const { images, shown, onSelect } = looking;
  const withReport = step === 'report';
  const navigate = useNavigate();
  useHotkeys([['Escape', () => void navigate({ to: '/reading' })]]);
  return (
    <div className={styles.desk}>
      <StudyHead study={study} judging={judging} />
      {failure && <Failure error={failure} />}
      <div className={styles.sidesBySide}>
        <Left
          withReport={withReport}
          preview={<Preview examId={study.examId} reviewVersion={judging.reviewVersion} />}
          viewer={<Pictures looking={looking} isOpen={open.images} />}
        />
        <div className={styles.right}>
          <div className={styles.steps}>
            <Steps step={step} onStep={open.report ? setStep : undefined} />
            <KeySheet keys={deskKeys(judging.mayJudge, open.typing && study.state !== 'signed')} />
          </div>
          {withReport ? (
            <ReportPanel examId={study.examId} facilityId={study.facilityId} reviewVersion={judging.reviewVersion} />
          ) : (
            <FindingsPanel study={study} judging={judging} images={images} shown={shown} onShow={open.images ? onSelect : undefined} />
          )}
        </div>
      </div>
    </div>
  );
};
