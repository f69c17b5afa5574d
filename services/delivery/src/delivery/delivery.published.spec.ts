import { delivery } from '@osteon/contracts';
import { fold, type Message, type Recorded } from '@osteon/event-store';
import { at, examA1, NORTH } from '@osteon/testing';
import { acknowledged, begun, emr, failed, parked, planned, refused, resend, unanswered } from '../testing/facts.story.js';
import { reportId } from '../testing/report-a1.story.js';
import { deliveries } from './delivery.aggregate.js';
import { controlIdOf, deliveryIdOf } from './delivery-id.js';
import type { DeliveryEvent } from './delivery.events.js';
import { publishedDeliveries } from './delivery.published.js';

const id = deliveryIdOf({ reportId, revision: 1 }, emr);

/** What the last of these facts says to the outside. */
const said = (...events: DeliveryEvent[]): Message | readonly Message[] | undefined => {
  const state = fold(deliveries, events);
  const last = events.at(-1);
  const fact = { id, at: at.delivered, event: last } as Recorded<never>;
  return last && publishedDeliveries[last.type]?.(fact, state);
};
const common = { deliveryId: id, reportId, examId: examA1.examId, facilityId: NORTH, revision: 1, destination: emr, identity: 'c0ffee' };

describe('what delivery says', () => {
  it.each([
    ['delivered', [begun(), acknowledged()], delivery.ReportDelivered, { ...common, attempts: 1, answer: 'AA', deliveredAt: at.delivered }],
    ['refused', [begun(), refused()], delivery.DeliveryRefused, { ...common, attempts: 1, answer: 'AE 204 PID-3' }],
    ['uncertain', [begun(1), failed(1), begun(2), unanswered(2)], delivery.DeliveryUncertain, { ...common, attempts: 2, why: 'no answer in time' }],
  ] as const)('%s, in the form of its contract', (_, events, contract, data) => {
    expect(said(planned, ...events)).toEqual({ contract, data });
    expect(contract.schema.parse(data)).toEqual(data);
  });

  it.each([
    ['a plan', []],
    ['an attempt', [begun()]],
    ['a failed attempt', [begun(), failed()]],
    ['that a person is asked', [parked]],
    ['what a person asked for', [parked, resend]],
  ])('nothing about %s', (_, events) => {
    expect(said(planned, ...events)).toBeUndefined();
  });
});

describe('the numbers of a delivery', () => {
  it('are the same for ever, and others for another revision, destination or kind', () => {
    const all = [
      deliveryIdOf({ reportId, revision: 1 }, emr),
      deliveryIdOf({ reportId, revision: 2 }, emr),
      deliveryIdOf({ reportId, revision: 1 }, { kind: 'emr', id: 'emr-2' }),
      deliveryIdOf({ reportId, revision: 1 }, { kind: 'pacs', id: emr.id }),
    ];
    expect(new Set(all).size).toBe(4);
    expect(deliveryIdOf({ reportId: reportId.toUpperCase(), revision: 1 }, emr)).toBe(id);
    expect(id).toBe('b0904492-00b5-57f9-8345-05a4a303c38c');
    expect(controlIdOf(id)).toBe('b090449200b557f98345');
  });
});
