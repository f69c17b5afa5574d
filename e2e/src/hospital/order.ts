/** An order as the information system of North Hospital sends it. */
export interface Order {
  readonly form: 'ORM^O01' | 'OMI^O23';
  readonly controlId: string;
  readonly patient: {
    readonly number: string;
    /** XPN: family^given^middle^suffix^prefix */
    readonly name: string;
    /** YYYYMMDD */
    readonly birthDate: string;
    readonly sex: 'F' | 'M';
    readonly race: string;
  };
  readonly heightCm: number;
  readonly weightKg: number;
  readonly accessionNumber: string;
  readonly studyInstanceUID: string;
  /** Local time of the hospital, YYYYMMDDHHMMSS. */
  readonly at: string;
}

/** Today in North Hospital, YYYYMMDD. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()).replaceAll('-', '');

const common = (order: Order) => ({
  pid: `PID|1||${order.patient.number}^^^NORTH^MR||${order.patient.name}||${order.patient.birthDate}|${order.patient.sex}||${order.patient.race}|1 Birch Lane^^Springfield`,
  numbers: `P-${order.accessionNumber}^EMR|F-${order.accessionNumber}^RIS`,
  measures: [
    `OBX|1|NM|8302-2^Body height^LN||${order.heightCm}|cm^centimeter^UCUM|||||F`,
    `OBX|2|NM|29463-7^Body weight^LN||${order.weightKg}|kg^kilogram^UCUM|||||F`,
  ],
});

/** HL7 v2.3.1: numbers in OBR-18 to OBR-20, the Study Instance UID in ZDS-1; written in ISO 8859-1. */
const orm = (order: Order): Buffer => {
  const { pid, numbers, measures } = common(order);
  const quantityTiming = `^^^${order.at}^^R`;
  const segments = [
    `MSH|^~\\&|RIS|NORTH|OSTEON|NORTH|${today()}073000||ORM^O01|${order.controlId}|P|2.3.1||||||8859/1`,
    pid,
    `PV1|1|O|DXA^^^NORTH`,
    `ORC|NW|${numbers}||SC||${quantityTiming}||${today()}073000|||1003^Lee^Min^^^Dr`,
    `OBR|1|${numbers}|77080^DXA bone density axial^C4||||||||||||1003^Lee^Min^^^Dr||${order.accessionNumber}|R-${order.accessionNumber}|S-${order.accessionNumber}||||BMD|||${quantityTiming}||||^Family history: mother with hip fracture`,
    ...measures,
    `ZDS|${order.studyInstanceUID}^RIS^Application^DICOM`,
  ];
  return Buffer.from(`${segments.join('\r')}\r`, 'latin1');
};

/** HL7 v2.5.1: time in TQ1, numbers and station in IPC; written in UTF-8. */
const omi = (order: Order): Buffer => {
  const { pid, numbers, measures } = common(order);
  const { accessionNumber } = order;
  const segments = [
    `MSH|^~\\&|RIS|NORTH|OSTEON|NORTH|${today()}073100||OMI^O23^OMI_O23|${order.controlId}|P|2.5.1||||||UNICODE UTF-8`,
    pid,
    `PV1|1|O|DXA^^^NORTH`,
    `ORC|NW|${numbers}||SC||||${today()}073100|||1003^Lee^Min^^^Dr`,
    `TQ1|1||||||${order.at}||R`,
    `OBR|1|${numbers}|77080^DXA bone density axial^C4||||||||||||1003^Lee^Min^^^Dr|||||||||||||||^Postmenopausal, screening for osteoporosis`,
    ...measures,
    `IPC|${accessionNumber}^RIS|R-${accessionNumber}^RIS|${order.studyInstanceUID}^RIS|S-${accessionNumber}^RIS|BMD|DXA-AXIAL^Spine and both hips^99NORTH|IDXA1||IDXA1`,
  ];
  return Buffer.from(`${segments.join('\r')}\r`, 'utf8');
};

/** The bytes that go over the wire. */
export const messageOf = (order: Order): Buffer => (order.form === 'ORM^O01' ? orm(order) : omi(order));
