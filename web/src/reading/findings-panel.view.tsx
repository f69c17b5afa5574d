import { Button, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Failure } from '../shell/failure.view.js';
import { ChangeBlock } from './change.view.js';
import type { Judging } from './judging.view.js';
import { ScanBlock } from './scan-block.view.js';
import { placeKey, showsPlace } from './site-names.js';
import { adequateWhereShown, missingIn } from './statement.js';
import type { Instance, StudyToRead } from './studies.api.js';
import { SuggestionBlock } from './suggestion.view.js';
import styles from './desk.module.css';

interface Props {
  readonly study: StudyToRead;
  readonly judging: Judging;
  readonly images: readonly Instance[];
  /** Images that were painted in the big view. */
  readonly shown: readonly Instance[];
  /** Absent for who sees no images. */
  readonly onShow?: (index: number) => void;
}

const Comment = ({ judging }: { judging: Judging }) => (
  <section className={styles.comment}>
    <Textarea
      label="Comment"
      description="Goes into the report as you write it"
      autosize
      minRows={2}
      disabled={!judging.mayJudge}
      value={judging.statement.comment}
      onChange={({ currentTarget }) => judging.state((now) => ({ ...now, comment: currentTarget.value }))}
    />
  </section>
);

const ReviewBar = ({ judging, missing }: { judging: Judging; missing: readonly string[] }) => {
  const ready = missing.length === 0 && !judging.claim.isPending;
  useHotkeys([['r', () => ready && !judging.review.isPending && judging.review.mutate()]]);
  return (
    <footer className={styles.bar}>
      <div id="missing" className="quiet" aria-live="polite">
        {missing[0] ?? 'Ready: the draft of the report is made from this.'}
      </div>
      <Button
        disabled={!ready}
        loading={judging.review.isPending}
        aria-describedby="missing"
        onClick={() => judging.review.mutate()}
      >
        Review
      </Button>
    </footer>
  );
};

/** The numbers, the suggestion and the physician's judgement of each scan. */
export const FindingsPanel = ({ study, judging, images, shown, onShow }: Props) => {
  const { statement, mayJudge, state } = judging;
  const imageOf = (place: StudyToRead['scans'][number]) => images.findIndex((image) => showsPlace(image, place));
  useHotkeys([['a', () => mayJudge && state((now) => adequateWhereShown(now, study.scans, shown))]]);
  return (
    <>
      <div className={styles.scroll}>
        <SuggestionBlock study={study} />
        <ChangeBlock study={study} />
        {study.scans.map((scan) => (
          <ScanBlock
            key={placeKey(scan)}
            scan={scan}
            assessment={study.assessment}
            statement={statement}
            onState={mayJudge ? state : undefined}
            onShow={imageOf(scan) < 0 || !onShow ? undefined : () => onShow(imageOf(scan))}
          />
        ))}
        {(mayJudge || statement.comment !== '') && <Comment judging={judging} />}
        {judging.claim.error && <Failure error={judging.claim.error} />}
        {judging.review.error && <Failure error={judging.review.error} />}
      </div>
      {mayJudge && <ReviewBar judging={judging} missing={missingIn(statement, study.scans)} />}
    </>
  );
};
