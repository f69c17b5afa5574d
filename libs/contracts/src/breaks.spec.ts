import { breaks } from './breaks.js';

const released = {
  type: 'object',
  properties: { examId: { type: 'string' }, state: { type: 'string', enum: ['open', 'closed'] }, scans: { type: 'array', items: { type: 'object', properties: { site: { type: 'string' } }, required: ['site'] } } },
  required: ['examId', 'state'],
};

describe('a contract only grows', () => {
  it('accepts a new optional field', () => {
    expect(breaks(released, { ...released, properties: { ...released.properties, note: { type: 'string' } } })).toEqual([]);
  });

  it.each([
    ['a field that is gone', { ...released, properties: { examId: { type: 'string' }, scans: released.properties.scans }, required: ['examId'] }, '/state: gone'],
    ['another type', { ...released, properties: { ...released.properties, examId: { type: 'number' } } }, '/examId: was string, is number'],
    ['a field that is newly required', { ...released, required: [...released.required, 'scans'] }, '/scans: newly required, stored and older messages lack it'],
    ['a field that is no longer always there', { ...released, required: ['examId'] }, '/state: no longer always there'],
    ['a value that hearers do not know', { ...released, properties: { ...released.properties, state: { type: 'string', enum: ['open', 'closed', 'lost'] } } }, '/state: new value lost that hearers do not know'],
    ['a value that is gone', { ...released, properties: { ...released.properties, state: { type: 'string', enum: ['open'] } } }, '/state: value closed gone'],
    ['a break inside an array', { ...released, properties: { ...released.properties, scans: { type: 'array', items: { type: 'object', properties: {}, required: [] } } } }, '/scans[]/site: gone'],
  ])('names %s', (_, now, found) => {
    expect(breaks(released, now)).toContain(found);
  });
});
