import { at, context, drLee, given, msBauer, mrOps, service } from '@osteon/testing';
import { beginAttempt } from '../attempt-delivery/begin-attempt.js';
import { parkDelivery } from '../attempt-delivery/park-delivery.js';
import { recordOutcome, type AttemptOutcome } from '../attempt-delivery/record-outcome.js';
import { resendDelivery } from '../resend-delivery/resend-delivery.js';
import { acknowledged, begun, failed, parked, planned, refused, resend, snapshot, unanswered } from '../testing/facts.story.js';
import { objectOf } from '../testing/report-a1.story.js';
import { planDelivery } from '../when-report-signed/plan-delivery.js';
import { deliveries } from './delivery.aggregate.js';
import type { Delivery } from './delivery.js';
import { noDeliveries } from './delivery.refusals.js';

const sending = context(service('delivery'), { at: at.delivered });
const begin = (delivery: Delivery) => beginAttempt(delivery, snapshot);
const record = (outcome: AttemptOutcome, attempt = 1) => (delivery: Delivery) => recordOutcome(delivery, attempt, outcome, sending);
const delivered = { kind: 'delivered', answer: 'AA' } as const;
const silent = { kind: 'uncertain', why: 'no answer in time' } as const;
const away = { kind: 'again', why: 'ECONNREFUSED' } as const;
const no = { kind: 'refused', answer: 'AE 204 PID-3' } as const;
const after = (ms: number): string => new Date(Date.parse(at.delivered) + ms).toISOString();
const rounds = (n: number) => Array.from({ length: n }, (_, index) => [begun(index + 1), unanswered(index + 1)]).flat();

describe('a delivery', () => {
  it('is planned once', () => {
    given(deliveries).when((delivery) => planDelivery(delivery, planned.data)).then(planned);
    given(deliveries, planned).when((delivery) => planDelivery(delivery, planned.data)).thenNothing();
    given(deliveries, planned, begun(), acknowledged()).when((delivery) => planDelivery(delivery, planned.data)).thenNothing();
  });
});

describe('an attempt', () => {
  it('is recorded before it is made', () => {
    given(deliveries, planned).when(begin).then(begun());
  });

  it('carries the identity and the message of the first one', () => {
    const other = { identity: 'another', message: objectOf('delivery', 'f') };
    given(deliveries, planned, begun(), unanswered())
      .when((delivery) => beginAttempt(delivery, other))
      .then(begun(2));
  });

  it('is not made while another is under way, and not after the end', () => {
    for (const facts of [[begun()], [begun(), acknowledged()], [begun(), refused()], [parked]]) {
      given(deliveries, planned, ...facts).when(begin).thenNothing();
    }
    given(deliveries).when(begin).thenNothing();
  });

  it('ends with the answer of the peer', () => {
    given(deliveries, planned, begun()).when(record(delivered)).then(acknowledged());
    given(deliveries, planned, begun()).when(record(no)).then(refused());
  });

  it('without an answer is uncertain, and made again after a while', () => {
    given(deliveries, planned, begun()).when(record(silent)).then(unanswered(1, after(10_000)));
  });

  it('that was not sent is made again after a while, and longer each time', () => {
    given(deliveries, planned, begun()).when(record(away)).then(failed(1, after(10_000)));
    given(deliveries, planned, begun(1), failed(1), begun(2)).when(record(away, 2)).then(failed(2, after(30_000)));
    const night = Array.from({ length: 300 }, (_, index) => [begun(index + 1), failed(index + 1)]).flat();
    given(deliveries, planned, ...night, begun(301)).when(record(away, 301)).then(failed(301, after(900_000)));
  });

  it('has one outcome, and only while it is under way', () => {
    for (const outcome of [silent, away, no]) {
      given(deliveries, planned, begun(), unanswered()).when(record(outcome)).thenNothing();
      given(deliveries, planned, begun(1), unanswered(1), begun(2)).when(record(outcome, 1)).thenNothing();
      given(deliveries, planned).when(record(outcome)).thenNothing();
      given(deliveries).when(record(outcome)).thenNothing();
    }
  });

  it('can be answered late, as every attempt carries the same identity', () => {
    given(deliveries, planned, begun(), unanswered()).when(record(delivered)).then(acknowledged());
    given(deliveries, planned, begun(1), unanswered(1), begun(2)).when(record(delivered, 1)).then(acknowledged(1));
    given(deliveries, planned, begun(), acknowledged()).when(record(delivered)).thenNothing();
  });
});

describe('a person is asked', () => {
  it('after five attempts in a row without an answer', () => {
    given(deliveries, planned, ...rounds(3), begun(4)).when(record(silent, 4)).then(unanswered(4, after(300_000)));
    given(deliveries, planned, ...rounds(4), begun(5))
      .when(record(silent, 5))
      .then(unanswered(5, after(900_000)), { type: 'DeliveryParked', data: { why: 'UNANSWERED_TOO_OFTEN' } });
  });

  it('not where an attempt between them certainly failed', () => {
    given(deliveries, planned, ...rounds(4), begun(5), failed(5), begun(6)).when(record(silent, 6)).then(unanswered(6, after(900_000)));
  });

  it('when it cannot be sent as things are', () => {
    const park = (delivery: Delivery) => parkDelivery(delivery, parked.data);
    given(deliveries, planned).when(park).then(parked);
    given(deliveries, planned, begun(), unanswered()).when(park).then(parked);
    given(deliveries, planned, begun()).when(park).thenNothing();
    given(deliveries, planned, parked).when(park).thenNothing();
    given(deliveries).when(park).thenNothing();
  });
});

describe('a person has it sent again', () => {
  const asks = (by = mrOps) => context(by, { at: at.delivered });

  it('when it is parked or refused, as it was', () => {
    given(deliveries, planned, parked).when(resendDelivery, asks()).then(resend);
    given(deliveries, planned, begun(), refused()).when(resendDelivery, asks(msBauer)).then(resend);
    given(deliveries, planned, begun(), refused(), resend).when(begin).then(begun(2));
  });

  it('and counts the unanswered attempts anew', () => {
    const facts = [...rounds(5), { type: 'DeliveryParked', data: { why: 'UNANSWERED_TOO_OFTEN' } } as const, resend, begun(6)];
    given(deliveries, planned, ...facts).when(record(silent, 6)).then(unanswered(6, after(900_000)));
  });

  it('not where there is none, where it goes on by itself, or without being allowed to', () => {
    given(deliveries).when(resendDelivery, asks()).thenRefused(noDeliveries.UNKNOWN);
    given(deliveries, planned).when(resendDelivery, asks()).thenRefused(noDeliveries.NOT_STOPPED, { status: 'pending' });
    given(deliveries, planned, begun(), acknowledged()).when(resendDelivery, asks()).thenRefused(noDeliveries.NOT_STOPPED, { status: 'delivered' });
    given(deliveries, planned, parked).when(resendDelivery, context(drLee)).thenRefused(noDeliveries.RESEND_NOT_ALLOWED);
  });
});
