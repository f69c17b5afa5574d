import type { OrderNumbers, scheduling } from '@osteon/contracts';
import { charsetNamed, segment, writeDate, writeTime, xcn, xpn, type FieldInput, type Message, type Segment } from '@osteon/hl7';
import { performedAt, type ReportDocuments } from '../delivery/report-documents.js';
import { codedResults } from './coded-results.js';
import { reportCodes } from './observation-codes.table.js';

/** A report on its way to one receiver. */
export interface ReportMessage {
  readonly documents: ReportDocuments;
  readonly receiver: scheduling.SiteReceiver;
  /** MSH-10 */
  readonly controlId: string;
  /** ISO 8601, MSH-7 */
  readonly at: string;
}

const sexes = { female: 'F', male: 'M', other: 'O', unknown: 'U' } as const;

const msh = ({ documents, receiver, controlId, at }: ReportMessage): Segment =>
  segment('MSH', {
    3: 'OSTEON',
    4: documents.signed.facilityId,
    5: receiver.receivingApplication,
    6: receiver.receivingFacility,
    7: writeTime(at, documents.content.zone),
    9: receiver.version === '2.3.1' ? ['ORU', 'R01'] : ['ORU', 'R01', 'ORU_R01'],
    10: controlId,
    11: 'P',
    12: receiver.version,
    18: receiver.charset,
  });

const pid = ({ patient }: ReportDocuments): Segment =>
  segment('PID', {
    1: '1',
    3: { repetitions: patient.identifiers.map(({ value, authority, type }) => [value, '', '', authority, type]) },
    5: xpn(patient.name),
    7: patient.birthDate && writeDate(patient.birthDate),
    8: sexes[patient.sex],
  });

const referrer = ({ content }: ReportDocuments): FieldInput => content.details.referrer && xcn(content.details.referrer);

/** The patient class is not known here. */
const pv1 = (documents: ReportDocuments): Segment => segment('PV1', { 1: '1', 2: 'U', 8: referrer(documents) });

/** Empty where nobody placed the order; without a filler the accession number is Osteon's own number for it. */
const numbers = ({ placerOrderNumber: placer, fillerOrderNumber: filler, accessionNumber }: OrderNumbers): { 2: FieldInput; 3: FieldInput } => ({
  2: placer && [placer.value, placer.namespace],
  3: filler ? [filler.value, filler.namespace] : [accessionNumber, 'OSTEON'],
});

const observedAt = ({ content }: ReportDocuments): string => {
  const performed = performedAt(content);
  return 'day' in performed ? writeDate(performed.day) : writeTime(performed.time, content.zone);
};

/** OBR-25 and OBX-11: a later revision corrects, under the same OBR-3. */
const statusOf = ({ signed }: ReportDocuments): 'F' | 'C' => (signed.revision === 1 ? 'F' : 'C');

const orc = (documents: ReportDocuments, order: OrderNumbers): Segment =>
  segment('ORC', { 1: 'RE', ...numbers(order), 5: 'CM', 12: referrer(documents) });

const obr = (documents: ReportDocuments, order: OrderNumbers, n: number): Segment => {
  const { signed, content, signature } = documents;
  return segment('OBR', {
    1: `${n}`,
    ...numbers(order),
    4: [order.service.code, order.service.meaning, order.service.scheme],
    7: observedAt(documents),
    16: referrer(documents),
    18: order.accessionNumber,
    22: writeTime(signed.signedAt, content.zone),
    24: 'RAD',
    25: statusOf(documents),
    31: content.details.indication && ['', content.details.indication],
    32: [[signed.signedBy, signature?.signerName]],
  });
};

type Observation = Readonly<Record<2 | 3 | 5, FieldInput>> & Readonly<Partial<Record<4 | 6 | 17, FieldInput>>>;

/** OBX-17, how the value was obtained: the densitometer's own are without it. */
const byHand: FieldInput = ['', 'Typed by hand'];

const observations = ({ signed, content, pdf }: ReportDocuments): Observation[] => [
  { 2: 'ST', 3: reportCodes.study, 5: signed.studyInstanceUID },
  ...codedResults(content.review).map(
    ({ code, text, value, unit, region, typed }): Observation => ({
      ...{ 2: 'NM', 3: [code, text, 'LN'], 4: region, 5: value, 6: [unit, '', 'UCUM'] },
      ...(typed ? { 17: byHand } : {}),
    }),
  ),
  ...content.sections.map(
    ({ title, text }, index): Observation => ({
      2: 'TX',
      3: reportCodes.text,
      4: `${index + 1}`,
      // Repetitions of TX are lines (v2.5.1 ch. 2.A.78).
      5: { repetitions: [title, ...text.split('\n')] },
    }),
  ),
  { 2: 'ED', 3: reportCodes.document, 5: ['', 'Application', 'PDF', 'Base64', pdf.toString('base64')] },
];

const obxs = (documents: ReportDocuments): Segment[] =>
  observations(documents).map((observation, index) =>
    segment('OBX', { 1: `${index + 1}`, ...observation, 11: statusOf(documents), 14: observedAt(documents) }),
  );

/**
 * ORU^R01 of a signed report (IHE RAD-128): Study Instance UID, numbers with LOINC and UCUM, text, PDF. Each order that the exam
 * answers gets the whole result. Throws Hl7Error where the receiver's character set is not known.
 */
export const oruMessage = (message: ReportMessage): Message => {
  const { documents, receiver } = message;
  const results = documents.signed.orders.flatMap((order, index) => [
    orc(documents, order),
    obr(documents, order, index + 1),
    ...obxs(documents),
  ]);
  return { charset: charsetNamed(receiver.charset), segments: [msh(message), pid(documents), pv1(documents), ...results] };
};
