import { inOneLine, listName, patientName, patientNumbers, sexAndAge, spokenName, type PatientShown } from './people.js';

const msOkafor: PatientShown = {
  patientId: '0190a000-0000-7000-8000-000000000001',
  version: 1,
  identifiers: [{ value: '4711', authority: 'NORTH', type: 'MR' }],
  name: { family: 'OKAFOR', given: 'ADA', middle: 'CHI', prefix: 'MS' },
  birthDate: '1956-03-02',
  sex: 'female',
};

describe('a patient', () => {
  it('is listed by family name, spoken to by the whole name', () => {
    expect([listName(msOkafor.name), spokenName(msOkafor.name)]).toEqual(['OKAFOR, ADA CHI', 'MS ADA CHI OKAFOR']);
    expect(listName({ family: 'SUN' })).toBe('SUN');
  });

  it('who was erased has words in place of a name', () => {
    expect([patientName(undefined), patientNumbers(undefined), sexAndAge(undefined, '2026-05-04')]).toEqual([
      'Name not available',
      '',
      '',
    ]);
  });

  it('shows sex and the age on the day of the exam', () => {
    expect(sexAndAge(msOkafor, '2026-05-04')).toBe('Female, 70 y');
    expect(sexAndAge({ ...msOkafor, birthDate: undefined, sex: 'unknown' }, '2026-05-04')).toBe('Sex unknown');
  });

  it('has words on one line without gaps', () => {
    expect([inOneLine('Female, 70 y', undefined, '', '4711 (NORTH)'), inOneLine('', '')]).toEqual([
      'Female, 70 y · 4711 (NORTH)',
      '',
    ]);
  });

  it('shows each number with its authority', () => {
    expect(patientNumbers(msOkafor)).toBe('4711 (NORTH)');
  });
});
