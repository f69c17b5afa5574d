import { Problem } from '../shell/problem.js';
import { parsed, placeOf, problemsIn, shownDocument } from './document.js';

describe('a site document', () => {
  it('is shown without its version', () => {
    expect(shownDocument({ facilityId: 'NORTH', version: 3 })).toBe('{\n  "facilityId": "NORTH"\n}');
  });

  it('begins with what names it and its parts', () => {
    const shown = shownDocument({ devices: [{ charset: 'ISO_IR 100', id: 'idxa-1' }], zone: 'UTC', version: 1, facilityId: 'NORTH' });
    expect(JSON.parse(shown)).toEqual({ facilityId: 'NORTH', zone: 'UTC', devices: [{ id: 'idxa-1', charset: 'ISO_IR 100' }] });
    expect([...shown.matchAll(/"(\w+)":/g)].map(([, field]) => field)).toEqual(['facilityId', 'zone', 'devices', 'id', 'charset']);
  });

  it('is read, or says on which line it stops being JSON', () => {
    expect(parsed('{"name": "North"}')).toEqual({ document: { name: 'North' } });
    expect(parsed('{\n  "name": "North"\n  "zone": "UTC"\n}')).toEqual({
      problem: { place: 'line 3, column 3', words: expect.stringContaining('not JSON') },
    });
    expect(parsed('')).toEqual({ problem: { place: '', words: expect.any(String) } });
  });

  it('has places that people count from one', () => {
    expect(placeOf('/devices/0/aeTitles')).toBe('devices › 1 › aeTitles');
    expect(placeOf('/a~1b')).toBe('a/b');
    expect(placeOf('')).toBe('');
  });
});

describe('the refusal of a document', () => {
  it('names every place that does not fit its form', () => {
    const errors = [
      { in: 'body', pointer: '/devices/1/aeTitles', detail: 'Too small' },
      { in: 'body', pointer: '/zone', detail: 'Invalid input: expected string, received undefined' },
      { in: 'body', pointer: '', detail: 'Unrecognized key: "x"' },
    ];
    expect(problemsIn(new Problem(400, 'REQUEST_INVALID', 'No.', { errors }))).toEqual([
      { place: 'devices › 2 › aeTitles', words: 'Too small' },
      { place: 'zone', words: 'This is missing.' },
      { place: '', words: 'Unrecognized key: "x"' },
    ]);
  });

  it('names every place that could be read in two ways, and with whom', () => {
    const problems = [
      { at: '/zone', code: 'ZONE_UNKNOWN' },
      { at: '/senders/0', code: 'SENDER_AMBIGUOUS', facilityId: 'SOUTH' },
      { at: '/x', code: 'NEW_ONE' },
      { at: '/policyDocument/base', code: 'POLICY_NOT_USABLE', says: 'is not a stored policy: default@9' },
    ];
    expect(problemsIn(new Problem(422, 'SITE_AMBIGUOUS', 'No.', { problems }))).toEqual([
      { place: 'zone', words: 'There is no such time zone.' },
      { place: 'senders › 1', words: 'Another sender calls itself the same, at SOUTH.' },
      { place: 'x', words: 'NEW_ONE' },
      { place: 'policyDocument › base', words: 'The policy cannot be followed: is not a stored policy: default@9.' },
    ]);
  });

  it('names none where it is refused for another reason', () => {
    expect(problemsIn(new Problem(412, 'STALE_VERSION'))).toEqual([]);
    expect(problemsIn(new Error('x'))).toEqual([]);
  });
});
