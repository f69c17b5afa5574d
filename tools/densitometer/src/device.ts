/** How a console writes a day where it writes one for people. */
export type DateForm = 'dd/MM/yyyy' | 'MM/dd/yyyy' | 'dd.MM.yyyy' | 'dd-MMM-yyyy';

/** The console that makes the study: what it writes into every header. Dates in its XML follow its country. */
export interface Device {
  readonly AETitle: string;
  readonly Manufacturer: string;
  readonly ManufacturerModelName: string;
  readonly DeviceSerialNumber: string;
  readonly SoftwareVersions: string;
  readonly StationName: string;
  readonly InstitutionName: string;
  readonly InstitutionalDepartmentName: string;
  readonly dateOrder: DateForm;
  /** Of the numbers that are text for people; a point where it is absent. */
  readonly decimal?: '.' | ',';
  /** Some write densities in mg/cm2, and say so. */
  readonly bmdUnit?: 'mg/cm2';
}

/** An iDXA of an invented hospital, set up as many are: dates of its country, its own serial number. */
export const northIDXA: Device = {
  AETitle: 'IDXA1',
  Manufacturer: 'GE Healthcare',
  ManufacturerModelName: 'Lunar iDXA',
  DeviceSerialNumber: 'ME+200123',
  SoftwareVersions: '16.20.059',
  StationName: 'NORTH-DXA-1',
  InstitutionName: 'North Hospital',
  InstitutionalDepartmentName: 'Radiology',
  dateOrder: 'dd/MM/yyyy',
};
