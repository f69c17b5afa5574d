import {
  itemOf,
  itemsOf,
  numberOf,
  readKeywords,
  renderImage,
  SOPClass,
  splitPart10,
  textOf,
  TransferSyntax,
  type Keywords,
} from '@osteon/dicom';
import sharp from 'sharp';
import { northIDXA } from './device.js';
import { headerOf } from './headers.js';
import { makeStudy } from './make-study.js';
import { perform } from './performed.js';

const item: Keywords = {
  SpecificCharacterSet: 'ISO_IR 100',
  PatientName: 'Okafor^Adaé',
  PatientID: '483920',
  PatientBirthDate: '19581120',
  PatientSex: 'F',
  PatientSize: '1.62',
  PatientWeight: '64.00',
  EthnicGroup: 'White',
  AccessionNumber: 'A1',
  StudyInstanceUID: '1.2.3',
  RequestedProcedureID: 'RP1',
  ScheduledProcedureStepSequence: [{ ScheduledProcedureStepID: 'SPS1', ScheduledProcedureStepDescription: 'DXA spine and hips' }],
};

const order = { worklistItem: item, at: { DA: '20260302', TM: '082000' } };
const { files } = makeStudy(order);
const headers = files.map(({ bytes }) => readKeywords(bytes));
const [spine, left, right, report] = headers;

test('is three images and a report, in implicit VR, of one patient, order and study', () => {
  expect(files.map(({ name }) => name)).toEqual(['IMG00000', 'IMG00001', 'IMG00002', 'STR00000']);
  expect(headers.map((header) => header['SOPClassUID'])).toEqual([
    ...Array.from({ length: 3 }, () => SOPClass.ComputedRadiographyImageStorage),
    SOPClass.EnhancedSRStorage,
  ]);
  for (const { bytes } of files) expect(splitPart10(bytes).transferSyntaxUID).toBe(TransferSyntax.ImplicitVRLittleEndian);
  for (const header of headers)
    expect(header).toMatchObject({
      PatientName: 'Okafor^Adaé',
      PatientID: '483920',
      AccessionNumber: 'A1',
      StudyInstanceUID: '1.2.3',
      PatientAge: '067Y',
    });
  expect(new Set(files.map(({ SOPInstanceUID }) => SOPInstanceUID)).size).toBe(4);
});

test('says the site only in the names of protocol and step, as enCORE does', () => {
  const names = [spine, left, right].map((header) => [header?.['ProtocolName'], header?.['PerformedProcedureStepDescription']]);
  expect(names).toEqual([
    ['AP Spine', 'AP Spine'],
    ['Left Femur', 'Left Femur'],
    ['Right Femur', 'Right Femur'],
  ]);
  expect(left).toMatchObject({ BodyPartExamined: '', Laterality: '', StudyID: 'NONE', '70030010': 'GEMS_LUNAR_RAW' });
  expect(itemOf(left ?? {}, 'RequestAttributesSequence')).toMatchObject({
    RequestedProcedureID: 'RP1',
    ScheduledProcedureStepID: 'SPS1',
  });
});

test('without an order says NONE and makes a study of its own', () => {
  const header = headerOf(perform({ PatientName: 'Okafor^Grace', PatientID: '483920' }, northIDXA, order.at));
  expect(header).toMatchObject({ AccessionNumber: '', RequestAttributesSequence: [{ RequestedProcedureID: 'NONE' }] });
  expect(textOf(header, 'StudyInstanceUID')).toMatch(/^2\.25\.\d+$/);
});

/** Code meanings and values, as a tree. */
const tree = (node: Keywords): unknown => {
  const name = textOf(itemOf(node, 'ConceptNameCodeSequence') ?? {}, 'CodeMeaning') ?? '';
  const children = itemsOf(node, 'ContentSequence');
  if (children.length > 0) return { [name]: Object.assign({}, ...children.map(tree)) };
  const measured = itemOf(node, 'MeasuredValueSequence');
  return { [name]: measured ? numberOf(measured, 'NumericValue') : textOf(node, 'TextValue') };
};

test('its report is a tree of scans and regions, with scores as text and BMD as content through area', () => {
  expect(tree(report ?? {})).toMatchObject({
    'Bone Densitometry': {
      'DXA Report': {
        'AP Spine': {
          L1: { BMD: 0.905, BMC: 11.31, AREA: 12.5, BMD_TSCORE: '-1.9', BMD_ZSCORE: '-0.2' },
          'L1-L4': { BMD: 0.912, BMD_TSCORE: '-2.2', BMD_ZSCORE: '-0.5' },
          'Trend L1-L4': { '02/03/2026': { BMD: 0.912 }, '26/02/2024': { BMD: 0.938 } },
        },
        DualFemur: {
          'Neck Left': { BMD: 0.712, BMD_TSCORE: '-2.3', BMD_PYA: 69 },
          'Total Mean': { BMD: 0.77, BMD_TSCORE: '-1.9' },
        },
      },
    },
  });
});

test('its images carry the same numbers as XML', () => {
  expect(spine?.['ImageComments']).toContain(
    '<EXAM_DATE time="08:20:00" id="82">02/03/2026</EXAM_DATE><SCAN type="AP Spine" id="19">',
  );
  expect(left?.['ImageComments']).toContain('<ROI region="Neck Left" id="0"><BMD units=" g/cm2" id="3">0.712</BMD>');
  expect(String(spine?.['ImageComments']).length).toBeLessThan(10240);
});

test('the same order gives the same bytes, another hour another object', () => {
  const again = makeStudy(order).files;
  expect(again.every(({ bytes }, at) => files[at]?.bytes.equals(bytes))).toBe(true);
  const uidAt = (TM: string): string => perform(item, northIDXA, { DA: '20260302', TM }).uid('report');
  expect(uidAt('082000')).toBe(files[3]?.SOPInstanceUID);
  expect(uidAt('091500')).not.toBe(uidAt('082000'));
});

test('a bone is brighter than the tissue beside it', async () => {
  const { data, info } = await sharp(await renderImage(files[1]?.bytes ?? Buffer.of()))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const mean = (x: number, y: number): number => {
    let sum = 0;
    for (let at = 0; at < 400; at += 1) sum += data[(y + Math.floor(at / 20)) * info.width + x + (at % 20)] ?? 0;
    return sum / 400;
  };
  expect(mean(380, 300)).toBeGreaterThan(2 * mean(520, 80));
});
