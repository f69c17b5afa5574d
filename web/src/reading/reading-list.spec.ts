import { badgesOf, listSummary, rowAfter, sitesInWords, stateFor, waitingFor } from './reading-list.js';

const byKim = { userId: 'dr-kim', name: 'Dr Sora Kim' };

describe('the state of an exam', () => {
  it('is told from the side of the one who looks', () => {
    expect(stateFor({ state: 'expected' }, 'dr-lee').words).toBe('Not scanned yet');
    expect(stateFor({ state: 'expected', cancelled: true }, 'dr-lee').words).toBe('Cancelled');
    expect(stateFor({ state: 'ready' }, 'dr-lee').words).toBe('To read');
    expect(stateFor({ state: 'claimed', claimedBy: byKim }, 'dr-kim').words).toBe('Reading');
    expect(stateFor({ state: 'claimed', claimedBy: byKim }, 'dr-lee')).toEqual({ words: 'With Dr Sora Kim', tone: 'warn' });
    expect(stateFor({ state: 'claimed' }, 'dr-lee').words).toBe('With another reader');
    expect(stateFor({ state: 'reviewed', claimedBy: byKim }, 'dr-kim').words).toBe('To sign');
    expect(stateFor({ state: 'reviewed', claimedBy: byKim }, 'dr-lee').words).toBe('Reviewed');
    expect(stateFor({ state: 'signed' }, 'dr-lee')).toEqual({ words: 'Signed', tone: 'good' });
  });
});

describe('badges', () => {
  it('name missing numbers first and count each kind of problem once', () => {
    const problems = [{ code: 'NO_RESULTS' }, { code: 'UNREADABLE' }, { code: 'UNREADABLE' }];
    expect(badgesOf({ numbersMissing: true, problems })).toEqual([
      { words: 'numbers missing' },
      { words: '1 problem', title: 'An object could not be read' },
    ]);
    expect(
      badgesOf({ numbersMissing: false, problems: [{ code: 'SIDE_MISSING' }, { code: 'TRUNCATED' }] }).map(({ words }) => words),
    ).toEqual(['2 problems']);
  });

  it('mark an exam that was cancelled while its scan was on the way, before all else', () => {
    expect(badgesOf({ cancelled: true, numbersMissing: true, problems: [] }).map(({ words }) => words)).toEqual(['cancelled', 'numbers missing']);
  });

  it('call problems that withheld a number numbers to confirm, and say which they are', () => {
    expect(badgesOf({ numbersMissing: false, numbersToConfirm: true, problems: [{ code: 'SOURCES_DISAGREE' }, { code: 'TRUNCATED' }] })).toEqual([
      { words: 'numbers to confirm', title: 'Two sources disagree on a value; it was left out\nAn object is cut off' },
    ]);
  });

  it('tell of numbers that changed after the review, and of a report that was signed all the same', () => {
    const words = (item: object) => badgesOf({ numbersMissing: false, problems: [], ...item }).map((badge) => badge.words);
    expect(words({ reviewLapsed: true })).toEqual(['changed since review']);
    expect(words({ reviewLapsed: true, signedLapsed: true })).toEqual(['signed on older numbers']);
  });

  it('are absent where nothing is wrong', () => {
    expect(badgesOf({ numbersMissing: false, problems: [] })).toEqual([]);
  });
});

describe('the list', () => {
  it('names what was scanned in one phrase', () => {
    expect(sitesInWords([{ site: 'lumbar-spine' }, { site: 'hip', side: 'left' }, { site: 'hip', side: 'right' }])).toBe(
      'Lumbar spine, left hip, right hip',
    );
  });

  it('moves by j and k and stays inside', () => {
    expect([rowAfter(-1, 'j', 3), rowAfter(1, 'j', 3), rowAfter(2, 'j', 3), rowAfter(0, 'k', 3), rowAfter(-1, 'k', 3)]).toEqual([
      0, 2, 2, 0, 0,
    ]);
  });

  it('says how long a scan has waited and how many are open', () => {
    expect(waitingFor('2026-05-04T08:00:00.000Z', Date.parse('2026-05-04T10:59:00.000Z'))).toBe('2 h');
    expect(waitingFor(undefined, 0)).toBe('');
    expect(listSummary([])).toBe('Nothing waits to be read');
  });
});
