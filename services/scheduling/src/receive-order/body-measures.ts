import { read, segmentsOf, type Message, type Segment } from '@osteon/hl7';
import { kilogramsPer, metresPer } from './body-measures.table.js';

/** Height in metres and weight in kilograms; what could not be believed is left out and flagged. */
export interface BodyMeasures {
  readonly heightM?: number;
  readonly weightKg?: number;
  readonly flags: readonly string[];
}

interface Measure {
  /** LOINC */
  readonly code: string;
  readonly text: RegExp;
  readonly units: Readonly<Record<string, number>>;
  readonly least: number;
  readonly most: number;
  readonly flag: string;
}

const height: Measure = { code: '8302-2', text: /^(body )?height$/i, units: metresPer, least: 0.4, most: 2.5, flag: 'HEIGHT_LEFT_OUT' };
const weight: Measure = { code: '29463-7', text: /^(body )?weight$/i, units: kilogramsPer, least: 2, most: 450, flag: 'WEIGHT_LEFT_OUT' };

/** Another LOINC code says what it is (weight at birth, height of a fall); a sender's own code is as good as its text. */
const isOf = ({ code, text }: Measure, observation: Segment): boolean => {
  if (read(observation, 'OBX-3.3') === 'LN') return read(observation, 'OBX-3.1') === code;
  return read(observation, 'OBX-3.1') === code || text.test(read(observation, 'OBX-3.2')?.trim() ?? '');
};

const inUnit = ({ units, least, most }: Measure, observation: Segment): number | undefined => {
  const value = read(observation, 'OBX-5')?.trim() ?? '';
  const factor = units[(read(observation, 'OBX-6.1') ?? '').trim().toLowerCase()];
  if (factor === undefined || !/^\d+(\.\d+)?$/.test(value)) return undefined;
  const measured = Number((Number(value) * factor).toFixed(3));
  return measured >= least && measured <= most ? measured : undefined;
};

const measured = (measure: Measure, observations: readonly Segment[]): { value?: number; flags: string[] } => {
  const said = observations.filter((observation) => isOf(measure, observation) && read(observation, 'OBX-5') !== undefined);
  const value = said.map((observation) => inUnit(measure, observation)).find((found) => found !== undefined);
  return { value, flags: said.length > 0 && value === undefined ? [measure.flag] : [] };
};

/** Height and weight among the observations, by LOINC 8302-2 and 29463-7, else by text; in m, cm, in, kg, g, lb. */
export const bodyMeasures = (message: Message): BodyMeasures => {
  const observations = segmentsOf(message, 'OBX');
  const [tall, heavy] = [measured(height, observations), measured(weight, observations)];
  return { heightM: tall.value, weightKg: heavy.value, flags: [...tall.flags, ...heavy.flags] };
};
