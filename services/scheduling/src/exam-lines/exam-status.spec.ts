import { north } from '../site/north.story.js';
import { destinationsOf, examStatus, withPending, type ShownDelivery } from './exam-status.js';

const signedAt = '2026-03-02T09:05:00.000Z';
const emr: ShownDelivery = { destination: 'north-emr', kind: 'emr', state: 'delivered', answer: 'AA', at: '2026-03-02T09:06:00.000Z' };
const everywhere = destinationsOf(north);

describe('the status of an exam', () => {
  it.each([
    [['scheduled'], 'scheduled'],
    [['scheduled', 'scan-unmatched'], 'scheduled'],
    [['scheduled', 'scan-received', 'images-archived'], 'scanned'],
    [['scheduled', 'scan-received', 'reading-started'], 'in-reading'],
    [['scheduled', 'scan-received', 'reading-started', 'reviewed', 'drafted'], 'reviewed'],
    [['scheduled', 'scan-received', 'reading-started', 'reviewed', 'drafted', 'signed'], 'signed'],
    [['scheduled', 'signed', 'images-archived'], 'signed'],
  ] as const)('after %j is %s', (steps, status) => expect(examStatus(steps.map((name) => ({ name })), [])).toBe(status));

  it('is that of a patient who is here once the scan has begun, unless it was the wrong worklist entry', () => {
    const [begun, wrong] = [{ name: 'scan-started' }, { name: 'scan-discontinued', detail: '110514' }];
    expect(examStatus([begun], [])).toBe('arrived');
    expect(examStatus([begun, { name: 'scan-discontinued', detail: '110513' }], [])).toBe('arrived');
    expect(examStatus([begun, wrong], [])).toBe('scheduled');
    expect(examStatus([begun, wrong, begun], [])).toBe('arrived');
    expect(examStatus([{ name: 'arrived' }, begun, wrong], [])).toBe('arrived');
  });

  it('is delivered when every receiver of its facility has the report', () => {
    const pacs: ShownDelivery = { ...emr, destination: 'north-pacs', kind: 'pacs' };
    const status = (heard: ShownDelivery[]) => examStatus([{ name: 'scan-received' }, { name: 'signed' }, { name: 'delivered' }], withPending(heard, everywhere, signedAt));
    expect(status([emr])).toBe('signed');
    expect(status([emr, pacs])).toBe('delivered');
    expect(status([emr, { ...pacs, state: 'uncertain' }])).toBe('signed');
    expect(status([emr, { ...pacs, state: 'refused' }])).toBe('signed');
  });
});

describe('the deliveries of an exam', () => {
  it('are pending from the signature on where nothing was heard yet', () => {
    expect(withPending([emr], everywhere, signedAt)).toEqual([emr, { destination: 'north-pacs', kind: 'pacs', state: 'pending', at: signedAt }]);
    expect(withPending([], everywhere, undefined)).toEqual([]);
  });

  it('go to receivers, and to archives that take reports', () => {
    const imagesOnly = { ...north, archives: north.archives.map((archive) => ({ ...archive, accepts: ['images' as const] })) };
    expect(destinationsOf(imagesOnly)).toEqual([{ destination: 'north-emr', kind: 'emr' }]);
  });
});
