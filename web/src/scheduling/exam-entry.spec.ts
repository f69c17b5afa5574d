import { emptyEntry, entryOf, problemsOf, type EntryFields } from './exam-entry.js';

const north = { facilityId: 'north', name: 'North Hospital', zone: 'Europe/Berlin' };

const msOkafor: EntryFields = {
  ...emptyEntry(north, '2026-05-04T07:32:10.000Z'),
  ...{ patientNumber: ' 4711 ', family: 'Okafor', given: 'Ada', birthDate: '1956-03-02', sex: 'female' },
  ...{
    heightCm: '162',
    weightKg: '64,5',
    indication: 'Glucocorticoids for 6 months',
    referrerFamily: 'Lee',
    referrerGiven: 'Min',
  },
};

describe('the form for an exam', () => {
  it('begins at the next quarter of an hour on the clock of the facility', () => {
    const empty = emptyEntry(north, '2026-05-04T07:32:10.000Z');
    expect([empty.day, empty.time, empty.facilityId]).toEqual(['2026-05-04', '09:45', 'north']);
  });

  it('becomes an exam with its time in UTC, height in metres and weight in kilograms', () => {
    expect(problemsOf(msOkafor)).toEqual({});
    expect(entryOf(msOkafor, 'Europe/Berlin')).toEqual({
      facilityId: 'north',
      patient: {
        identifier: { value: '4711' },
        name: { family: 'Okafor', given: 'Ada' },
        birthDate: '1956-03-02',
        sex: 'female',
      },
      scheduledAt: '2026-05-04T07:45:00.000Z',
      procedure: { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
      priority: 'routine',
      heightM: 1.62,
      weightKg: 64.5,
      indication: 'Glucocorticoids for 6 months',
      referrer: { family: 'Lee', given: 'Min' },
    });
  });

  it('leaves out what is empty', () => {
    const bare = {
      ...msOkafor,
      heightCm: '',
      weightKg: ' ',
      indication: '',
      referrerFamily: '',
      sex: 'unknown',
      priority: 'stat',
    };
    const entry = entryOf(bare, 'Europe/Berlin');
    expect(Object.keys(entry)).toEqual(['facilityId', 'patient', 'scheduledAt', 'procedure', 'priority']);
    expect([entry.patient.sex, entry.priority]).toEqual(['unknown', 'stat']);
  });

  it('names every field that is needed', () => {
    expect(Object.keys(problemsOf(emptyEntry(undefined, '2026-05-04T07:32:10.000Z')))).toEqual([
      'facilityId',
      'patientNumber',
      'family',
      'birthDate',
      'sex',
    ]);
  });

  it('refuses a height in metres, a weight that is no number and a birth after the exam', () => {
    const found = problemsOf({ ...msOkafor, heightCm: '1.62', weightKg: 'heavy', birthDate: '2026-05-05' });
    expect(found).toEqual({
      heightCm: 'Between 40 and 250 cm, or empty',
      weightKg: 'Between 2 and 350 kg, or empty',
      birthDate: 'The birth date lies after the exam',
    });
  });
});
