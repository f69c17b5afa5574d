import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { examLine } from '../scheduling/exams.api.js';
import { Failure } from '../shell/failure.view.js';
import { lengthOf, momentOf } from '../shell/moment.js';
import { services } from '../shell/services.js';
import { useTitle } from '../shell/title.view.js';
import { Waiting } from '../shell/waiting.view.js';
import { Lanes } from './lanes.view.js';
import { spanMs, storyOf } from './story.js';
import { useEvents, type Told } from './story.api.js';

const Missing = ({ told }: { told: readonly Told[] }) =>
  services.map((service, index) => {
    const answer = told[index];
    return answer?.error && <Failure key={service} error={answer.error} again={answer.refetch} />;
  });

const Head = ({ examId, zone, span }: { examId: string; zone: string; span: string }) => {
  const { data: exam } = useQuery(examLine(examId));
  return (
    <div className="page-head">
      <div>
        <h1>Events of exam {exam?.accessionNumber ?? examId}</h1>
        <div className="quiet">{exam ? `Scheduled for ${momentOf(exam.scheduledAt, zone)} (${zone}). ${span}` : span}</div>
      </div>
      <div className="push">
        <Link to="/exams/$examId" params={{ examId }}>
          Line of this exam
        </Link>
      </div>
    </div>
  );
};

/** An exam's story over all services: every stored fact by time, with who, when and how long it took. */
export const StoryPage = () => {
  useTitle('Events of an exam');
  const { examId } = useParams({ from: '/frame/operations/exams/$examId' });
  const told = useEvents(examId);
  const zone = useQuery(examLine(examId)).data?.zone ?? 'UTC';
  const story = storyOf(Object.fromEntries(services.map((service, index) => [service, told[index]?.data?.events ?? []])));
  const waiting = told.some(({ isPending }) => isPending);
  return (
    <div className="page">
      <Head examId={examId} zone={zone} span={`${story.length} events, ${lengthOf(spanMs(story))} from the first to the last.`} />
      <Missing told={told} />
      {story.length > 0 && <Lanes story={story} zone={zone} />}
      {waiting && <Waiting what="Asking the services" />}
      {!waiting && story.length === 0 && <p className="quiet">No service knows an event under this id.</p>}
    </div>
  );
};
