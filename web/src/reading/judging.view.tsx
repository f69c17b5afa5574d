import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../shell/session.view.js';
import { reviewOf, statementFor, type Statement } from './statement.js';
import { claimStudy, reviewStudy, studyToRead, type StudyToRead } from './studies.api.js';

/** What the physician does with one study: state, claim, review. Nothing typed is lost when the study is loaded again. */
export const useJudging = (study: StudyToRead, onReviewed: () => void) => {
  const { actor, may } = useSession();
  const queries = useQueryClient();
  const [statement, setStatement] = useState<Statement>(() => statementFor(study));
  const again = () => queries.invalidateQueries({ queryKey: ['reading'] });
  const { queryKey } = studyToRead(study.examId);

  const claim = useMutation({
    mutationFn: () => claimStudy(study),
    onSuccess: ({ version }) =>
      queries.setQueryData(queryKey, {
        ...study,
        version,
        state: 'claimed',
        claimedBy: { userId: actor.userId, name: actor.name },
      } satisfies StudyToRead),
    onSettled: again,
  });
  const review = useMutation({
    mutationFn: () => reviewStudy(study, reviewOf(statement, study)),
    onSuccess: onReviewed,
    onSettled: again,
  });

  const free = study.state === 'ready' || study.claimedBy?.userId === actor.userId;
  const mayJudge = may('read-exam', study.facilityId) && free && study.state !== 'signed';
  /** The first statement takes the exam: nobody begins what another has begun. */
  const state = (change: (statement: Statement) => Statement) => {
    setStatement(change);
    if (study.state === 'ready' && claim.isIdle) claim.mutate();
  };
  return {
    statement,
    state,
    claim,
    review,
    mayJudge,
    reviewVersion: Math.max(study.reviewVersion, review.data?.reviewVersion ?? 0),
  };
};

export type Judging = ReturnType<typeof useJudging>;
