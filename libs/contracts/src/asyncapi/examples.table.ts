/** One message of a contract as it could be: which moment it tells of, what its headers say besides the contract's own, and its data. */
export interface ContractExample {
  readonly headers: Readonly<Record<string, string>> & { readonly tells: string };
  readonly payload: object;
}

const [exam, patient, acquisition, report] = [
  '0190a000-0000-7000-8000-0000000000a1',
  '0190a000-0000-7000-8000-000000000001',
  '0190a000-0000-7000-8000-0000000000b1',
  '0190a000-0000-7000-8000-0000000000c1',
];
const study = '1.2.826.0.1.3680043.10.1405.1';
const about = { examId: exam, facilityId: 'NORTH' };

const headers = (tells: string, subject: string, at: { hour: string; version: number }, id: number) => ({
  tells,
  ce_id: `0190a000-0000-7000-8000-${String(id).padStart(12, '0')}`,
  ce_time: `2026-03-02T${at.hour}.000Z`,
  ce_subject: subject,
  ce_correlationid: '0190a000-0000-7000-8000-00000000c0de',
  ce_streamversion: String(at.version),
  ce_facilityid: 'NORTH',
});

const object = (service: string, digit: string, size: number, mediaType = 'application/json') => ({ key: `${service}/${digit.repeat(64)}`, size, mediaType });

const procedure = { code: 'DXASH', meaning: 'DXA spine and hip', scheme: 'NORTH-RIS' };
const orders = [
  {
    placerOrderNumber: { value: 'P-7001', namespace: 'NORTH-HIS' },
    fillerOrderNumber: { value: 'F-7001', namespace: 'NORTH-RIS' },
    accessionNumber: 'A1',
    studyInstanceUID: study,
    service: procedure,
  },
];

const reference = { name: 'USA (Combined NHANES/Lunar)', sex: 'female' };
const source = { kind: 'ge-sr', sopInstanceUID: `${study}.2.1`, at: '1.2.3' };

const received = {
  acquisitionId: acquisition,
  ...about,
  patientId: patient,
  studyInstanceUID: study,
  completeBy: 'profile',
  matchedBy: 'study-instance-uid',
  deviceId: 'NORTH-DXA-1',
  scanner: { manufacturer: 'GE Healthcare', model: 'Lunar iDXA', serial: 'ME+200123', software: '16.20.059' },
  performedOn: '2026-03-02',
  scans: [
    {
      site: 'lumbar-spine',
      regions: [{ region: 'L1-L4', bmd: 0.912, bmc: 51.07, area: 56, tScore: -2.2, tReference: reference, zScore: -0.5, sources: [source] }],
    },
    { site: 'hip', side: 'left', regions: [{ region: 'femoral-neck', bmd: 0.712, tScore: -2.3, tReference: reference }] },
  ],
  problems: [],
  readerOutput: object('modality-gateway', 'a', 4310),
  instances: [
    {
      sopInstanceUID: `${study}.1.1`,
      sopClassUID: '1.2.840.10008.5.1.4.1.1.1',
      seriesInstanceUID: `${study}.1`,
      kind: 'image',
      site: 'lumbar-spine',
      object: object('modality-gateway', 'b', 65_870, 'application/dicom'),
    },
  ],
};

const delivered = {
  deliveryId: '0190a000-0000-5000-8000-0000000000d1',
  reportId: report,
  ...about,
  revision: 1,
  destination: { id: 'NORTH-EMR', kind: 'emr' },
  attempts: 1,
  identity: 'OS-0190a0d1',
};

/** An example of each contract, by its type: exam A1 of an invented Ms Okafor, from its order to its report. */
export const examples: Readonly<Record<string, ContractExample>> = {
  'osteon.scheduling.Patient.v1': {
    headers: headers('Ms Okafor is known', `patients/${patient}`, { hour: '07:30:00', version: 1 }, 1),
    payload: {
      patientId: patient,
      version: 1,
      identifiers: [{ value: '483920', authority: 'NORTH-HIS', type: 'MR' }],
      name: { family: 'Okafor', given: 'Grace' },
      birthDate: '1958-11-20',
      sex: 'female',
      ethnicGroup: 'Black',
    },
  },
  'osteon.scheduling.Site.v1': {
    headers: headers('A small hospital is set up', 'sites/NORTH', { hour: '06:00:00', version: 1 }, 2),
    payload: {
      facilityId: 'NORTH',
      name: 'North Hospital',
      assigningAuthority: 'NORTH-HIS',
      zone: 'Europe/Berlin',
      languages: ['en'],
      policy: 'north-hospital',
      policyDocument: { policy: 'north-hospital', version: 1, base: 'default@1', title: 'North Hospital', examples: [] },
      senders: [{ id: 'NORTH-RIS', sendingApplication: 'RIS', sendingFacility: 'NORTH', ackMode: 'original', role: 'ris' }],
      devices: [
        {
          id: 'NORTH-DXA-1',
          calledAETitle: 'OSTEON',
          aeTitles: ['IDXA1'],
          addresses: ['192.0.2.17'],
          worklistModalities: ['OT'],
          charset: 'ISO_IR 100',
          profile: { expected: [{ protocolName: 'AP Spine', kind: 'image' }] },
        },
      ],
      receivers: [{ id: 'NORTH-EMR', host: 'emr.north.example', port: 2576, receivingApplication: 'EMR', receivingFacility: 'NORTH', version: '2.5.1', charset: 'UNICODE UTF-8' }],
      archives: [{ id: 'NORTH-PACS', aeTitle: 'PACS', callingAETitle: 'OSTEON', host: 'pacs.north.example', port: 104, accepts: ['images', 'reports'] }],
      precision: [{ scannerSerial: 'ME+200123', site: 'lumbar-spine', regions: 'L1-L4', lscGcm2: 0.033, validFrom: '2026-01-01' }],
      letterhead: { lines: ['North Hospital', 'Bone densitometry'] },
      version: 1,
    },
  },
  'osteon.scheduling.ExamCancelled.v1': {
    headers: headers('The orders of exam A1 are cancelled', `exam-${exam}`, { hour: '07:40:00', version: 2 }, 90),
    payload: { ...about, patientId: patient, accessionNumber: 'A1' },
  },
  'osteon.scheduling.PatientArrived.v1': {
    headers: headers('Ms Okafor is here', `exam-${exam}`, { hour: '08:00:00', version: 2 }, 91),
    payload: { ...about, patientId: patient, arrivedAt: '2026-03-02T08:00:00.000Z' },
  },
  'osteon.scheduling.ArrivalTakenBack.v1': {
    headers: headers('It was another Ms Okafor who came', `exam-${exam}`, { hour: '08:05:00', version: 3 }, 92),
    payload: { ...about, patientId: patient, takenBackAt: '2026-03-02T08:05:00.000Z' },
  },
  'osteon.scheduling.ExamScheduled.v1': {
    headers: headers('The order of exam A1 was accepted', `exam-${exam}`, { hour: '07:30:00', version: 1 }, 3),
    payload: {
      ...about,
      patientId: patient,
      patientVersion: 1,
      accessionNumber: 'A1',
      studyInstanceUID: study,
      requestedProcedureId: 'A1',
      scheduledProcedureStepId: 'A1',
      scheduledAt: '2026-03-02T08:15:00.000Z',
      zone: 'Europe/Berlin',
      modality: 'OT',
      procedure,
      priority: 'routine',
      heightM: 1.62,
      weightKg: 64,
      orders,
      details: object('scheduling', 'c', 118),
    },
  },
  'osteon.modality-gateway.ScanReceived.v1': {
    headers: headers('All that the device profile expects has come, with its numbers', `acquisition-${acquisition}`, { hour: '08:20:00', version: 3 }, 4),
    payload: received,
  },
  'osteon.modality-gateway.ScanExtended.v1': {
    headers: headers('Another image came later', `acquisition-${acquisition}`, { hour: '08:40:00', version: 5 }, 5),
    payload: received,
  },
  'osteon.modality-gateway.ScanUnmatched.v1': {
    headers: headers('Another study fits two exams', 'acquisition-0190a000-0000-7000-8000-0000000000b2', { hour: '08:25:00', version: 3 }, 6),
    payload: {
      acquisitionId: '0190a000-0000-7000-8000-0000000000b2',
      facilityId: 'NORTH',
      studyInstanceUID: '1.2.826.0.1.3680043.10.1405.2',
      state: 'ambiguous',
      candidates: [exam, '0190a000-0000-7000-8000-0000000000a2'],
      why: ['SEVERAL_EXAMS_FIT'],
    },
  },
  'osteon.modality-gateway.ScanStarted.v1': {
    headers: headers('The densitometer has begun', 'procedure-step-0190a000-0000-7000-8000-0000000000b5', { hour: '08:10:00', version: 1 }, 5),
    payload: { stepId: '0190a000-0000-7000-8000-0000000000b5', ...about, deviceId: 'idxa-1' },
  },
  'osteon.modality-gateway.ScanDiscontinued.v1': {
    headers: headers('The wrong entry was selected', 'procedure-step-0190a000-0000-7000-8000-0000000000b5', { hour: '08:11:00', version: 2 }, 5),
    payload: { stepId: '0190a000-0000-7000-8000-0000000000b5', ...about, deviceId: 'idxa-1', reason: '110514', wrongEntry: true },
  },
  'osteon.modality-gateway.ImagesArchived.v1': {
    headers: headers('The PACS has answered each object with success', `acquisition-${acquisition}`, { hour: '08:21:00', version: 4 }, 7),
    payload: { acquisitionId: acquisition, ...about, archiveId: 'NORTH-PACS', instances: 4 },
  },
  'osteon.reading.ReadingStarted.v1': {
    headers: headers('Dr Lee opens the exam', `study-to-read-${exam}`, { hour: '09:00:00', version: 4 }, 8),
    payload: { ...about, patientId: patient, readerId: 'dr-lee', startedAt: '2026-03-02T09:00:00.000Z' },
  },
  'osteon.reading.ScanReviewed.v1': {
    headers: headers('Dr Lee has judged both scans', `study-to-read-${exam}`, { hour: '09:04:00', version: 5 }, 9),
    payload: {
      ...about,
      acquisitionId: acquisition,
      patientId: patient,
      reviewVersion: 1,
      reviewedBy: 'dr-lee',
      reviewedAt: '2026-03-02T09:04:00.000Z',
      content: object('reading', 'd', 6210),
    },
  },
  'osteon.reading.ReviewLapsed.v1': {
    headers: headers('A value was corrected by hand after the review', `study-to-read-${exam}`, { hour: '09:04:30', version: 7 }, 93),
    payload: { ...about, patientId: patient, reviewVersion: 1, because: 'VALUE_TYPED' },
  },
  'osteon.reporting.ReportDrafted.v1': {
    headers: headers('The draft of that review stands', `report-${report}`, { hour: '09:04:01', version: 1 }, 10),
    payload: { reportId: report, ...about, reviewVersion: 1, contentHash: 'e'.repeat(64) },
  },
  'osteon.reporting.ReportSigned.v1': {
    headers: headers('Dr Lee signs what was shown', `report-${report}`, { hour: '09:05:00', version: 2 }, 11),
    payload: {
      reportId: report,
      ...about,
      patientId: patient,
      revision: 1,
      reviewVersion: 1,
      signedBy: 'dr-lee',
      signedAt: '2026-03-02T09:05:00.000Z',
      studyInstanceUID: study,
      accessionNumber: 'A1',
      orders,
      pdf: object('reporting', 'f', 358_112, 'application/pdf'),
      content: object('reporting', 'e', 7044),
      patientBlock: object('reporting', '1', 212),
      signature: object('reporting', '2', 402),
    },
  },
  'osteon.delivery.ReportDelivered.v1': {
    headers: headers('The record system answers AA', `delivery-${delivered.deliveryId}`, { hour: '09:05:02', version: 3 }, 12),
    payload: { ...delivered, answer: 'AA', deliveredAt: '2026-03-02T09:05:02.000Z' },
  },
  'osteon.delivery.DeliveryRefused.v1': {
    headers: headers('The record system answers AE', `delivery-${delivered.deliveryId}`, { hour: '09:05:02', version: 3 }, 13),
    payload: { ...delivered, answer: 'AE 204' },
  },
  'osteon.delivery.DeliveryUncertain.v1': {
    headers: headers('The connection ended before an answer came', `delivery-${delivered.deliveryId}`, { hour: '09:05:32', version: 3 }, 14),
    payload: { ...delivered, why: 'closed before the answer' },
  },
};
