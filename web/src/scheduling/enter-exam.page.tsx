import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Failure } from '../shell/failure.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { emptyEntry, entryOf, problemsOf } from './exam-entry.js';
import { enterExam, sites, type ExamEntry, type SiteShown } from './exams.api.js';
import styles from './enter-exam.module.css';
import { ExamFields, OrderFields, PatientFields } from './entry-fields.view.js';

/** The id belongs to the form: sending it twice enters one exam. */
const useEntry = () => {
  const [examId] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entry: ExamEntry) => enterExam(examId, entry),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['scheduling'] });
      await navigate({ to: '/exams/$examId', params: { examId } });
    },
  });
};

const Entry = ({ facilities }: { facilities: readonly SiteShown[] }) => {
  const form = useForm({ initialValues: emptyEntry(facilities[0], new Date().toISOString()), validate: problemsOf });
  const entering = useEntry();
  const zone = facilities.find(({ facilityId }) => facilityId === form.values.facilityId)?.zone ?? 'UTC';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.onSubmit(
        (fields) => entering.mutate(entryOf(fields, zone)),
        (problems) => form.getInputNode(Object.keys(problems)[0] ?? '')?.focus(),
      )}
    >
      <PatientFields form={form} />
      <ExamFields form={form} facilities={facilities} zone={zone} />
      <OrderFields form={form} />
      {entering.error && <Failure error={entering.error} />}
      <div className={styles.send}>
        <Button type="submit" loading={entering.isPending}>
          Enter the exam
        </Button>
        <Link to="/exams">Back to the exams</Link>
      </div>
    </form>
  );
};

/** The front desk enters an exam that no order brought. */
export const EnterExamPage = () => {
  useTitle('Enter an exam');
  const { data: facilities, error, refetch } = useQuery(sites);
  return (
    <div className={`page ${styles.page}`}>
      <div className="page-head">
        <div>
          <h1>Enter an exam</h1>
          <div className="quiet">
            The accession number is issued when it is entered; the densitometer finds it in its worklist at once. What has a star is needed.
          </div>
        </div>
      </div>
      {error && <Failure error={error} again={refetch} />}
      {facilities ? <Entry facilities={facilities} /> : !error && <Waiting what="Loading the facilities" />}
    </div>
  );
};
