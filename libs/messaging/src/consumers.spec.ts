import { reading, scheduling } from '@osteon/contracts';
import { consumersOf } from './consumers.js';

const heard = { service: 'reporting', events: [reading.ScanReviewed], replicas: [scheduling.Patient, scheduling.Site], news: new Set(['patients']) };

describe('the consumers of a service', () => {
  it('are called after what they hear, and say whether they decide anything', () => {
    expect(consumersOf(heard).map(({ name, group, topic, writes }) => [name, group, topic, writes])).toEqual([
      ['ScanReviewed', 'reporting', 'reading.events', 'facts'],
      ['patients', 'reporting.replicas', 'patients', 'replica-and-facts'],
      ['sites', 'reporting.replicas', 'sites', 'replica'],
    ]);
  });

  it('are called by the whole type where two would have one name', () => {
    const next = { ...reading.ScanReviewed, type: 'osteon.reading.ScanReviewed.v2', version: 2 };
    expect(consumersOf({ ...heard, events: [reading.ScanReviewed, next] }).map(({ name }) => name).slice(0, 2)).toEqual([
      'osteon.reading.ScanReviewed.v1',
      'osteon.reading.ScanReviewed.v2',
    ]);
  });
});
