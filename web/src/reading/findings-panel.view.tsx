import { Button, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { Scan } from '@osteon/contracts';
import { useState } from 'react';
import { Failure } from '../shell/failure.view.js';
import { useSession } from '../shell/session.view.js';
import { ChangeBlock } from './change.view.js';
import type { Judging } from './judging.view.js';
import { ScanBlock, UnreadScan } from './scan-block.view.js';
import { unsettledIn } from './settling.js';
import { Settling } from './settling.view.js';
import { placeKey, showsPlace } from './site-names.js';
import { adequateWhereShown, missingIn } from './statement.js';
import type { Instance, StudyToRead } from './studies.api.js';
import { SuggestionBlock } from './suggestion.view.js';
import { TypedHistory } from './typed-history.view.js';
import { scansToType } from './typing.js';
import { Typing } from './typing.view.js';
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

const isClosed = ({ state }: StudyToRead): boolean => state === 'signed' || state === 'expected';

/** Which scan is open for typing; e opens the first, then the one after it. Nobody types what is signed. */
const useTypingPlace = (study: StudyToRead) => {
  const { may } = useSession();
  const [open, setOpen] = useState<string>();
  const [last, setLast] = useState<string>();
  const missing = scansToType(study.scans, study.instances).map((place): Scan => ({ ...place, regions: [] }));
  const scans = [...study.scans, ...missing];
  const mayType = may('type-values', study.facilityId) && !isClosed(study);
  const begin = (key: string | undefined) => {
    setOpen(key);
    setLast(key);
  };
  const next = () => scans[(scans.findIndex((scan) => placeKey(scan) === last) + 1) % scans.length];
  useHotkeys([
    [
      'e',
      () => {
        const scan = next();
        if (mayType && scan) begin(placeKey(scan));
      },
    ],
  ]);
  return { mayType, open: mayType ? open : undefined, missing, begin, leave: () => setOpen(undefined) };
};

type TypingPlace = ReturnType<typeof useTypingPlace>;

const typingOf = (study: StudyToRead, scan: Scan, { mayType, open, begin, leave }: TypingPlace) => ({
  onType: mayType ? () => begin(placeKey(scan)) : undefined,
  typing: open === placeKey(scan) ? <Typing study={study} scan={scan} onDone={leave} /> : undefined,
});

/** Scans of which no number was read at all: there is nothing to judge, but something to type. */
const MissingScans = ({ study, place }: { study: StudyToRead; place: TypingPlace }) =>
  place.mayType && place.missing.map((scan) => <UnreadScan key={placeKey(scan)} scan={scan} {...typingOf(study, scan, place)} />);

/** The numbers, the suggestion and the physician's judgement of each scan. */
export const FindingsPanel = ({ study, judging, images, shown, onShow }: Props) => {
  const { statement, mayJudge, state } = judging;
  const imageOf = (place: StudyToRead['scans'][number]) => images.findIndex((image) => showsPlace(image, place));
  const place = useTypingPlace(study);
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
            {...typingOf(study, scan, place)}
          />
        ))}
        <MissingScans study={study} place={place} />
        <TypedHistory study={study} />
        <Settling assessment={study.assessment} statement={statement} onState={mayJudge ? state : undefined} />
        {(mayJudge || statement.comment !== '') && <Comment judging={judging} />}
        {judging.claim.error && <Failure error={judging.claim.error} />}
        {judging.review.error && <Failure error={judging.review.error} />}
      </div>
      {mayJudge && <ReviewBar judging={judging} missing={[...missingIn(statement, study.scans), ...unsettledIn(statement, study.assessment)]} />}
    </>
  );
};
