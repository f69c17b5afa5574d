import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Failure } from '../shell/failure.view.js';
import { Mark } from '../shell/mark.view.js';
import { timeOf } from '../shell/moment.js';
import { patientName } from '../shell/people.js';
import { useSession } from '../shell/session.view.js';
import { arrive, type ExamLine } from './exams.api.js';
import styles from './exams.module.css';

/** The focus stays in its row when the button is gone. */
const useArrival = (exam: ExamLine) => {
  const place = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const arriving = useMutation({
    mutationFn: () => arrive(exam),
    onSuccess: () => place.current?.focus(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['scheduling'] }),
  });
  return { place, arriving };
};

/** Says that a patient is here: a button for who may say so, then since when. */
export const Arrival = ({ exam }: { exam: ExamLine }) => {
  const session = useSession();
  const { place, arriving } = useArrival(exam);
  const since = exam.steps.find(({ name }) => name === 'arrived')?.at;
  const isAsked = exam.status === 'scheduled' && session.may('arrive-patient', exam.facilityId);
  return (
    <div ref={place} tabIndex={-1} role="status" className={styles.arrival}>
      {exam.status === 'arrived' && since && <Mark tone="accent">Here since {timeOf(since, exam.zone)}</Mark>}
      {isAsked && (
        <Button
          variant="default"
          size="xs"
          aria-label={`Arrived: ${patientName(exam.patient)}`}
          loading={arriving.isPending}
          onClick={() => arriving.mutate()}
        >
          Arrived
        </Button>
      )}
      {arriving.error && <Failure error={arriving.error} />}
    </div>
  );
};
