import { today, type Order } from './order.js';

const root = '1.2.826.0.1.3680043.10.999.4';
const white = '2106-3^White^HL70005';

/** Ms Müller-Lindqvist, 68: her exam is the story that is told to its end. */
export const muellerLindqvist: Order = {
  form: 'OMI^O23',
  controlId: 'RIS000001',
  patient: { number: '5811', name: 'Müller-Lindqvist^Åsa^Éva^^Ms', birthDate: '19570614', sex: 'F', race: white },
  heightCm: 162,
  weightKg: 64,
  accessionNumber: 'E-100',
  studyInstanceUID: `${root}.100`,
  at: `${today()}090000`,
};

/** Mr Peña Ibáñez, 71: ordered in the old form, and in the old character set. */
export const penaIbanez: Order = {
  form: 'ORM^O01',
  controlId: 'RIS000002',
  patient: { number: '5812', name: 'Peña Ibáñez^José^^^Sr', birthDate: '19541102', sex: 'M', race: '2054-5^Black or African American^HL70005' },
  heightCm: 178,
  weightKg: 82,
  accessionNumber: 'E-101',
  studyInstanceUID: `${root}.101`,
  at: `${today()}093000`,
};

/** The n-th exam of a bad day; a woman of her own unless the number of another is given. */
export const examOfABadDay = (n: number, number = `61${n}`): Order => ({
  ...muellerLindqvist,
  controlId: `RIS0002${n}`,
  patient: { number, name: `Brennan^Maeve ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Number(number) % 26] ?? ''}`, birthDate: '19520203', sex: 'F', race: white },
  accessionNumber: `B-${n}`,
  studyInstanceUID: `${root}.${700 + n}`,
  at: `${today()}${String(10 + (n % 8)).padStart(2, '0')}3000`,
});

/** One of the patients who come while parts of the platform die: the n-th. */
export const patientAmidKills = (n: number): Order => ({
  ...muellerLindqvist,
  controlId: `RIS0001${n}`,
  patient: { number: `59${n}`, name: `Żółć^Wanda ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n] ?? ''}`, birthDate: '19500101', sex: 'F', race: white },
  accessionNumber: `K-${n}`,
  studyInstanceUID: `${root}.${500 + n}`,
  at: `${today()}${String(10 + (n % 8)).padStart(2, '0')}0000`,
});
