import type { Tone } from '../shell/mark.view.js';
import { lengthOf } from '../shell/moment.js';
import { problemInWords } from './assessment-words.js';
import { placeName, type Place } from './site-names.js';
import type { ReadingListItem } from './studies.api.js';

type Held = Pick<ReadingListItem, 'state' | 'claimedBy' | 'cancelled'>;

const holder = ({ claimedBy }: Held): string => claimedBy?.name ?? claimedBy?.userId ?? 'another reader';

/** The state of an exam for the one who looks: a word and its tone. */
export const stateFor = (item: Held, userId: string): { words: string; tone: Tone } => {
  const mine = item.claimedBy?.userId === userId;
  switch (item.state) {
    case 'expected':
      return { words: item.cancelled ? 'Cancelled' : 'Not scanned yet', tone: 'plain' };
    case 'ready':
      return { words: 'To read', tone: 'plain' };
    case 'claimed':
      return mine ? { words: 'Reading', tone: 'accent' } : { words: `With ${holder(item)}`, tone: 'warn' };
    case 'reviewed':
      return { words: mine ? 'To sign' : 'Reviewed', tone: 'accent' };
    case 'signed':
      return { words: 'Signed', tone: 'good' };
  }
};

type Noticed = Pick<ReadingListItem, 'cancelled' | 'numbersMissing' | 'numbersToConfirm' | 'reviewLapsed' | 'signedLapsed' | 'problems'>;

interface Badge {
  readonly words: string;
  readonly title?: string;
}

/** The problems of the readers as one badge: as values to confirm where one was withheld, else counted. */
const problemBadge = ({ numbersMissing, numbersToConfirm, problems }: Noticed): Badge[] => {
  const codes = [...new Set(problems.map(({ code }) => code))].filter((code) => !(numbersMissing && code === 'NO_RESULTS'));
  const title = codes.map(problemInWords).join('\n');
  if (numbersToConfirm) return [{ words: 'numbers to confirm', title }];
  return codes.length === 0 ? [] : [{ words: codes.length === 1 ? '1 problem' : `${codes.length} problems`, title }];
};

/** What must not be overlooked before opening: a cancel, missing or doubtful numbers, numbers that changed after they were read. */
export const badgesOf = (item: Noticed): readonly Badge[] => [
  ...(item.cancelled ? [{ words: 'cancelled', title: 'The exam was cancelled while its scan was on the way.' }] : []),
  ...(item.signedLapsed ? [{ words: 'signed on older numbers', title: 'The numbers were changed while the report was being signed.' }] : []),
  ...(item.reviewLapsed && !item.signedLapsed ? [{ words: 'changed since review', title: 'The numbers have changed since the review: it is to be made again.' }] : []),
  ...(item.numbersMissing ? [{ words: 'numbers missing' }] : []),
  ...problemBadge(item),
];

/** `Lumbar spine, left hip, right hip`. */
export const sitesInWords = (sites: readonly Place[]): string =>
  sites.map((place, index) => (index === 0 ? placeName(place) : placeName(place).toLowerCase())).join(', ');

/** How long the scan has been waiting. */
export const waitingFor = (receivedAt: string | undefined, now: number): string =>
  receivedAt === undefined ? '' : lengthOf(now - Date.parse(receivedAt));

/** The row that a key leads to from the one that has the focus; -1 stands before the first. */
export const rowAfter = (current: number, key: 'j' | 'k', rows: number): number =>
  Math.min(rows - 1, Math.max(0, current + (key === 'j' ? 1 : -1)));

/** The sentence above the list. */
export const listSummary = (items: readonly ReadingListItem[]): string => {
  const ready = items.filter(({ state }) => state === 'ready').length;
  return items.length === 0 ? 'Nothing waits to be read' : `${items.length} open, ${ready} not begun`;
};
