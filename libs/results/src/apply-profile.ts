import { textOf, type Keywords } from '@osteon/dicom';
import { deviceProfiles } from './device-profiles.table.js';
import type { Findings, Row } from './study.js';

const sexes: Readonly<Record<string, 'female' | 'male'>> = { F: 'female', M: 'male' };

const withReference = (row: Row, manufacturer: string, sex: 'female' | 'male'): Row => {
  const name = row.reference?.name ?? manufacturer;
  const profile = deviceProfiles.find(({ maker }) => `${manufacturer} ${name}`.toLowerCase().includes(maker));
  const isOpen = row.values.tScore !== undefined && row.reference?.sex === undefined;
  return profile?.referenceOfPatientsSex && isOpen ? { ...row, reference: { ...row.reference, name, sex } } : row;
};

/** Findings with what the profile of their maker says of the references that the object leaves open. */
export const applyProfile = (findings: Findings, header: Keywords): Findings => {
  const sex = sexes[textOf(header, 'PatientSex') ?? ''];
  const manufacturer = textOf(header, 'Manufacturer') ?? '';
  return sex === undefined ? findings : { ...findings, rows: findings.rows.map((row) => withReference(row, manufacturer, sex)) };
};
