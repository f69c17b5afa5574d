import { Hl7Error, parseMessage } from '@osteon/hl7';
import { omiOrder, ormOrder } from '../receive-order/orders.story.js';
import { readPatient } from './read-patient.js';

const read = (bytes: Buffer) => readPatient(parseMessage(bytes), 'NORTH');
const errorOf = (bytes: Buffer): string => {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof Hl7Error) return `${error.code} ${error.location}`;
    throw error;
  }
  return 'none';
};

describe('the patient of an order', () => {
  it('is read with name parts, birth date, sex, ethnic group and identifier', () => {
    expect(read(ormOrder())).toEqual({
      key: { value: '4711', authority: 'NORTH', type: 'MR' },
      others: [],
      demographics: {
        name: { family: 'OKAFOR', given: 'ADA', middle: 'MAE', suffix: 'JR', prefix: 'MRS' },
        birthDate: '1956-03-02',
        sex: 'female',
        ethnicGroup: 'White',
      },
      flags: [],
    });
  });

  it('has the family name of a composed one, and the legal name of several', () => {
    expect(read(ormOrder({ 'OKAFOR^ADA': 'VAN DEN BERG&VAN DEN&BERG^ADA' })).demographics.name.family).toBe('VAN DEN BERG');
    expect(read(ormOrder({ 'OKAFOR^ADA^MAE^JR^MRS': 'STAR^STELLA^^^^^A~OKAFOR^ADA^^^^^L' })).demographics.name).toMatchObject({ family: 'OKAFOR', given: 'ADA' });
  });

  it('keeps the letters of its character set', () => {
    expect(read(omiOrder()).demographics).toMatchObject({ name: { family: 'MUSTER', given: 'J\u00dcRGEN', prefix: 'HERR' }, sex: 'male' });
  });

  it('is known by the number of the facility among several, and the others are kept beside it', () => {
    const { key, others } = read(ormOrder({ '4711^^^NORTH^MR': '123^^^STATE^SS~4711^^^NORTH^MR~99^^^&1.2.3&ISO' }));
    expect(key).toEqual({ value: '4711', authority: 'NORTH', type: 'MR' });
    expect(others).toEqual([
      { value: '123', authority: 'STATE', type: 'SS' },
      { value: '99', authority: '1.2.3', type: undefined },
    ]);
    expect(read(ormOrder({ '4711^^^NORTH^MR': '123^^^STATE^SS' })).key.authority).toBe('STATE');
  });

  it('is not known by an identifier without its authority', () => {
    expect(errorOf(ormOrder({ '4711^^^NORTH^MR': '4711' }))).toBe('101 PID-3.4');
    expect(errorOf(ormOrder({ '4711^^^NORTH^MR': '' }))).toBe('101 PID-3');
  });

  it('is refused with a patient id that is illegal in DICOM', () => {
    expect(errorOf(ormOrder({ '4711^^^NORTH^MR': '123^^^STATE~47\\E\\11^^^NORTH^MR' }))).toBe('102 PID-3[2].1');
    expect(errorOf(ormOrder({ '4711^^^NORTH^MR': `${'4'.repeat(65)}^^^NORTH^MR` }))).toBe('102 PID-3[1].1');
  });

  it('is malformed without PID, without a family name, and with a birth date that is none', () => {
    expect(errorOf(ormOrder({ 'PID|1': 'ZID|1' }))).toBe('100 PID');
    expect(errorOf(ormOrder({ 'OKAFOR^ADA': '^ADA' }))).toBe('101 PID-5');
    expect(errorOf(ormOrder({ '19560302|F': '19561302|F' }))).toBe('102 PID-7');
    expect(errorOf(ormOrder({ '19560302|F': 'MARCH|F' }))).toBe('102 PID-7');
  });

  it('has no birth date where the sender knows only the year, and it is flagged', () => {
    expect(read(ormOrder({ '19560302|F': '1956|F' }))).toMatchObject({ demographics: { birthDate: undefined }, flags: ['BIRTH_DATE_LEFT_OUT'] });
    expect(read(ormOrder({ '19560302|F': '|F' }))).toMatchObject({ demographics: { birthDate: undefined }, flags: [] });
  });

  it.each([
    ['M', 'male'],
    ['O', 'other'],
    ['A', 'other'],
    ['U', 'unknown'],
    ['', 'unknown'],
  ])('says with PID-8 %j that the sex is %s', (code, sex) => {
    expect(read(ormOrder({ '19560302|F': `19560302|${code}` })).demographics.sex).toBe(sex);
  });

  it.each([
    ['2106-3^White^HL70005', 'White'],
    ['2054-5^Black or African American^HL70005', 'Black'],
    ['2076-8^Native Hawaiian or Other Pacific Islander^HL70005', 'Pacific Islander'],
    ['X1^A group with a long name of its own^L', 'A group with a l'],
    ['X1', 'X1'],
  ])('has of PID-10 %s the ethnic group %s, at most 16 characters', (race, group) => {
    expect(read(ormOrder({ '2106-3^White^HL70005': race })).demographics.ethnicGroup).toBe(group);
  });
});
