import { Hl7Error, parseMessage } from '@osteon/hl7';
import { adt } from '../testing/adt.story.js';
import { readPatientWord } from './read-patient.js';

const read = (changes: Record<string, string>) => readPatientWord(parseMessage(adt('A08', 'HIS-1', '080000', changes)), 'NORTH');

describe('what ADT says about a patient', () => {
  it('is name, birth date, sex and ethnic group with the identifiers', () => {
    expect(read({ '4711^^^NORTH^MR': '123^^^STATE^SS~4711^^^NORTH^MR' })).toEqual({
      key: { value: '4711', authority: 'NORTH', type: 'MR' },
      others: [{ value: '123', authority: 'STATE', type: 'SS' }],
      said: {
        name: { family: 'OKAFOR', given: 'ADA', middle: 'MAE', suffix: 'JR', prefix: 'MRS' },
        birthDate: '1956-03-02',
        sex: 'female',
        ethnicGroup: 'White',
        deleted: [],
      },
      flags: [],
    });
  });

  it('says nothing where it is empty, the name too', () => {
    expect(read({ 'OKAFOR^ADA^MAE^JR^MRS||19560302|F||2106-3^White^HL70005': '' }).said).toEqual({ deleted: [] });
  });

  it('deletes where it says ""', () => {
    const { said } = read({ '19560302|F||2106-3^White^HL70005': '""|""||""' });
    expect(said).toMatchObject({ deleted: ['birthDate', 'sex', 'ethnicGroup'] });
    expect([said.birthDate, said.sex, said.ethnicGroup]).toEqual([undefined, undefined, undefined]);
  });

  it('leaves out a birth date of which only the year is known, and says so', () => {
    expect(read({ '19560302': '1956' })).toMatchObject({ said: { deleted: [] }, flags: ['BIRTH_DATE_LEFT_OUT'] });
  });

  it.each([
    ['100 PID', { 'PID|1': 'ZID|1' }],
    ['101 PID-3', { '4711^^^NORTH^MR': '' }],
    ['101 PID-3.4', { '4711^^^NORTH^MR': '4711' }],
    ['102 PID-7', { '19560302': '19561302' }],
  ])('is malformed with %s', (problem, changes) => {
    let found = '';
    try {
      read(changes);
    } catch (error) {
      if (error instanceof Hl7Error) found = `${error.code} ${error.location}`;
    }
    expect(found).toBe(problem);
  });
});
