import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useChanges } from '../shell/changes.api.js';
import { Failure } from '../shell/failure.view.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { studyToRead } from './studies.api.js';
import { Desk } from './desk.view.js';

/** One exam to read: images left, numbers and judgement right, then the report to sign. */
export const StudyPage = () => {
  useTitle('Exam to read');
  useChanges('reading');
  useChanges('reporting');
  const { examId } = useParams({ from: '/frame/reading/$examId' });
  const { data: study, error, refetch } = useQuery(studyToRead(examId));
  if (study) return <Desk key={examId} study={study} failure={error ?? undefined} />;
  if (!error) return <Waiting what="Loading the exam" />;
  return (
    <div className="page">
      <h1>Exam to read</h1>
      <Failure error={error} again={refetch} />
    </div>
  );
};
