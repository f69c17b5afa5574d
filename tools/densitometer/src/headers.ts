import { itemOf, textOf, type Keywords } from '@osteon/dicom';
import type { Device } from './device.js';
import { dayOf, type Performed } from './performed.js';

const copied = [
  'PatientName',
  'PatientID',
  'IssuerOfPatientID',
  'PatientBirthDate',
  'PatientSex',
  'PatientSize',
  'PatientWeight',
  'EthnicGroup',
];

const ageOn = (day: string, birth: string | undefined): string => {
  if (birth === undefined) return '';
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.replaceAll('-', '').slice(4) < birth.slice(4) ? 1 : 0);
  return `${String(years).padStart(3, '0')}Y`;
};

/** What enCORE says where the worklist said nothing. */
const NONE = 'NONE';

const requestOf = (item: Keywords): Keywords => {
  const step = itemOf(item, 'ScheduledProcedureStepSequence') ?? {};
  return {
    ScheduledProcedureStepDescription: textOf(step, 'ScheduledProcedureStepDescription') ?? '',
    ScheduledProcedureStepID: textOf(step, 'ScheduledProcedureStepID') ?? '0000',
    RequestedProcedureID: textOf(item, 'RequestedProcedureID') ?? NONE,
  };
};

const equipmentOf = ({ Manufacturer, ManufacturerModelName, DeviceSerialNumber, SoftwareVersions, ...place }: Device): Keywords => ({
  ...{ Manufacturer, ManufacturerModelName, DeviceSerialNumber, SoftwareVersions },
  StationName: place.StationName,
  InstitutionName: place.InstitutionName,
  InstitutionalDepartmentName: place.InstitutionalDepartmentName,
});

/** What stands in every object of the exam: the worklist's patient, order and study, and the console itself. */
export const headerOf = (performed: Performed): Keywords => {
  const { item, device, at, StudyInstanceUID } = performed;
  return {
    SpecificCharacterSet: textOf(item, 'SpecificCharacterSet') ?? 'ISO_IR 100',
    ...equipmentOf(device),
    ...Object.fromEntries(copied.flatMap((name) => (textOf(item, name) === undefined ? [] : [[name, textOf(item, name)]]))),
    PatientAge: ageOn(dayOf(performed), textOf(item, 'PatientBirthDate')),
    StudyInstanceUID,
    StudyDate: at.DA,
    StudyTime: at.TM,
    AccessionNumber: textOf(item, 'AccessionNumber') ?? '',
    ReferringPhysicianName: textOf(item, 'ReferringPhysicianName') ?? '',
    StudyDescription: 'DXA Exam',
    StudyID: NONE,
    PerformedProcedureStepStartDate: at.DA,
    PerformedProcedureStepStartTime: at.TM,
    RequestAttributesSequence: [requestOf(item)],
  };
};
