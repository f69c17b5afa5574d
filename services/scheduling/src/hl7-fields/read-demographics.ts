import { deletes, read, repetitionsOf, type Message } from '@osteon/hl7';
import type { DemographicsSaid, Forgettable } from '../patient/demographics.js';
import { ethnicGroup } from './ethnic-group.js';
import { firstFilled } from './first-filled.js';
import { hl7Day } from './hl7-time.js';
import { personName } from './person-name.js';

/** HL7 table 0001. */
const sexes: Readonly<Record<string, DemographicsSaid['sex']>> = { F: 'female', M: 'male', O: 'other', A: 'other', U: 'unknown', N: 'unknown' };

const places: Readonly<Record<Forgettable, string>> = { birthDate: 'PID-7', sex: 'PID-8', ethnicGroup: 'PID-10' };

const isForgettable = (name: string): name is Forgettable => Object.hasOwn(places, name);

/** PID-5, 7, 8 and 10: what is written, what is deleted (`""`), and nothing of what is empty. */
export const readDemographics = (message: Message): { readonly said: DemographicsSaid; readonly flags: readonly string[] } => {
  const born = firstFilled(message, [places.birthDate]);
  const birthDate = born && hl7Day(born);
  const said = {
    name: personName(repetitionsOf(message, 'PID-5')),
    birthDate,
    sex: sexes[(read(message, places.sex) ?? '').toUpperCase()],
    ethnicGroup: ethnicGroup(read(message, 'PID-10.1'), read(message, 'PID-10.2')),
    deleted: Object.keys(places).filter(isForgettable).filter((name) => deletes(message, places[name])),
  };
  return { said, flags: born && !birthDate ? ['BIRTH_DATE_LEFT_OUT'] : [] };
};
