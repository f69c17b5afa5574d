import { northIDXA } from '../device.js';
import type { Tongue } from '../lives/names.table.js';
import type { Console } from './console.js';

/** A DXA room of an invented hospital: whoever comes there is measured on the console of that time. */
export interface Room {
  readonly tongue: Tongue;
  /** Newest last; the first serves everything before the second's day. */
  readonly consoles: readonly { readonly from: string; readonly console: Console }[];
}

const ge = { Manufacturer: 'GE Healthcare', scale: 'lunar', characterSet: 'ISO_IR 100' } as const;
const hologic = { Manufacturer: 'HOLOGIC, Inc.', scale: 'hologic', characterSet: 'ISO_IR 100' } as const;
const norland = { Manufacturer: 'Norland', scale: 'norland', characterSet: 'ISO_IR 100', menAgainst: 'male' } as const;
const place = (InstitutionName: string, StationName: string, AETitle: string) => ({
  InstitutionName,
  StationName,
  AETitle,
  InstitutionalDepartmentName: 'Radiology',
});
const model = (ManufacturerModelName: string, DeviceSerialNumber: string, SoftwareVersions: string) => ({
  ManufacturerModelName,
  DeviceSerialNumber,
  SoftwareVersions,
});

const prodigyUS: Console = {
  ...ge,
  ...model('Lunar Prodigy', 'PA+300201', '17.10.022'),
  ...place('Lakeside Clinic', 'LAKE-DXA', 'PRODIGY1'),
  dateOrder: 'MM/dd/yyyy',
  dialect: 'ge-sr',
  menAgainst: 'both',
};
const idxaNorth: Console = { ...ge, ...northIDXA, dialect: 'ge-sr', menAgainst: 'both' };
const dpxNorth: Console = {
  ...ge,
  ...model('Lunar DPX-NT', '71+100044', '11.40.004'),
  ...place('North Hospital', 'NORTH-DXA-0', 'DPX1'),
  dateOrder: 'dd/MM/yyyy',
  dialect: 'ge-xml-older',
  menAgainst: 'female',
};
const idxaDE: Console = {
  ...ge,
  ...model('Lunar iDXA', 'ME+210777', '18.10.011'),
  ...place('Klinikum Beispielstadt', 'DXA-1', 'IDXADE'),
  dateOrder: 'dd.MM.yyyy',
  decimal: ',',
  dialect: 'ge-sr',
  menAgainst: 'female',
};
const idxaRU: Console = {
  ...ge,
  ...model('Lunar iDXA', 'ME+211900', '16.20.059'),
  ...place('Городская больница', 'DXA-RU', 'IDXARU'),
  characterSet: 'ISO_IR 144',
  dateOrder: 'dd.MM.yyyy',
  decimal: ',',
  dialect: 'ge-xml',
  menAgainst: 'female',
};
const prodigyES: Console = {
  ...ge,
  ...model('Lunar Prodigy', 'PA+310450', '15.20.001'),
  ...place('Clínica Ejemplo', 'DXA-ES', 'PRODES'),
  characterSet: 'ISO_IR 192',
  dateOrder: 'dd-MMM-yyyy',
  bmdUnit: 'mg/cm2',
  dialect: 'ge-xml',
  menAgainst: 'female',
};
const dpxFR: Console = {
  ...ge,
  ...model('Lunar DPX-IQ', '70+090012', '10.20.110'),
  ...place('Hôpital Exemple', 'OSTEO-1', 'DPXFR'),
  dateOrder: 'dd/MM/yyyy',
  decimal: ',',
  dialect: 'ge-xml-older',
  menAgainst: 'female',
};
const horizonUS: Console = {
  ...hologic,
  ...model('Horizon A', '301234M', '5.6.0.5'),
  ...place('Harbor Imaging', 'HORIZON', 'HORIZON1'),
  dateOrder: 'MM/dd/yyyy',
  dialect: 'hologic-0021',
  menAgainst: 'female',
};
const discoveryPL: Console = {
  ...hologic,
  ...model('Discovery W', '84567', '13.6.0.5'),
  ...place('Szpital Wzorcowy', 'DISCOVERY', 'DISCPL'),
  characterSet: 'ISO_IR 101',
  dateOrder: 'dd.MM.yyyy',
  dialect: 'hologic-0019',
  menAgainst: 'male',
};
const norlandUS: Console = {
  ...norland,
  ...model('XR-800', '8123', '4.7.5'),
  ...place('Prairie Bone Center', 'XR800', 'NORLAND1'),
  dateOrder: 'MM/dd/yyyy',
  dialect: 'norland-csv',
};
const norlandES: Console = {
  ...norland,
  ...model('Elite', 'E-0457', '4.7.5'),
  ...place('Clínica Ficticia', 'ELITE', 'NORLAND2'),
  dateOrder: 'dd/MM/yyyy',
  decimal: ',',
  dialect: 'norland-csv',
};
const pageGE: Console = {
  ...prodigyUS,
  ...model('Lunar Prodigy', 'PA+280120', '12.30.008'),
  ...place('Hilltop Clinic', 'HILL-DXA', 'PRODPAGE'),
  dialect: 'page-ge',
  menAgainst: 'female',
};
const pageHologic: Console = {
  ...horizonUS,
  ...model('Horizon A', '301777M', '5.5.3.1'),
  ...place('Valley Imaging', 'VALLEY', 'HOLOPAGE'),
  dialect: 'page-hologic',
};
const pdfGE: Console = {
  ...idxaDE,
  ...model('Lunar iDXA', 'ME+212121', '18.10.011'),
  ...place('Praxis Beispiel', 'DXA-P', 'IDXAPDF'),
  dialect: 'pdf-ge',
};
const pdfHologic: Console = {
  ...horizonUS,
  ...model('Horizon Wi', '302222M', '5.6.1.2'),
  ...place('Riverside Imaging', 'RIVER', 'HOLOPDF'),
  dialect: 'pdf-hologic',
};
const pdfNorland: Console = {
  ...norlandUS,
  ...model('XR-800', '8456', '4.7.5'),
  ...place('Plains Bone Center', 'XR800B', 'NORPDF'),
  dialect: 'pdf-norland',
};

const always = (tongue: Tongue, console: Console): Room => ({ tongue, consoles: [{ from: '2000-01-01', console }] });
const replaced = (tongue: Tongue, [old, from, next]: readonly [Console, string, Console]): Room => ({
  tongue,
  consoles: [
    { from: '2000-01-01', console: old },
    { from, console: next },
  ],
});

/** All rooms; patients are spread over them in turn. */
export const rooms: readonly Room[] = [
  always('en', prodigyUS),
  replaced('en', [dpxNorth, '2019-05-06', idxaNorth]),
  always('de', idxaDE),
  always('ru', idxaRU),
  always('es', prodigyES),
  always('fr', dpxFR),
  always('en', horizonUS),
  replaced('pl', [
    discoveryPL,
    '2023-02-01',
    {
      ...horizonUS,
      ...model('Horizon A', '303456M', '5.6.0.5'),
      ...place('Szpital Wzorcowy', 'HORIZON', 'HORPL'),
      characterSet: 'ISO_IR 101',
      dateOrder: 'dd.MM.yyyy',
    },
  ]),
  always('en', {
    ...discoveryPL,
    ...model('Discovery W', '81111', '13.2.1'),
    ...place('Old Town Hospital', 'DISC', 'DISC1'),
    characterSet: 'ISO_IR 100',
    dateOrder: 'dd/MM/yyyy',
  }),
  always('en', norlandUS),
  always('es', norlandES),
  always('en', pageGE),
  always('en', pageHologic),
  always('de', pdfGE),
  always('en', pdfHologic),
  always('en', pdfNorland),
];

/** The console of a room on a day. */
export const consoleOn = ({ consoles }: Room, day: string): Console => {
  const found = consoles.findLast(({ from }) => from <= day);
  if (found === undefined) throw new Error(`no console on ${day}`);
  return found.console;
};

/** Every console, by its AE title. */
export const consoleOf = (AETitle: string): Console | undefined =>
  rooms.flatMap(({ consoles }) => consoles.map(({ console }) => console)).find((console) => console.AETitle === AETitle);
