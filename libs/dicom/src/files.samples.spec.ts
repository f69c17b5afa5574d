import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { store } from './associations/store.js';
import { textOf } from './keywords/keywords.js';
import { renderImage } from './objects/render-image.js';
import { readKeywords, splitPart10 } from './part10.js';
import { memoryScp } from './testing/memory-scp.js';
import { describeWithSamples, sample } from './testing/samples.js';

describeWithSamples('names in other repertoires', () => {
  test.each([
    ['chrFren', 'Buc^Jérôme'],
    ['chrGerm', 'Äneas^Rüdiger'],
    ['chrGreek', 'Διονυσιος'],
    ['chrRuss', 'Люкceмбypг'],
    ['chrJapMulti', 'やまだ^たろう'],
    ['chrKoreanMulti', '김희중'],
  ])('%s', (file, name) => {
    expect(textOf(readKeywords(readFileSync(sample(`charsets/${file}.dcm`))), 'PatientName')).toBe(name);
  });
});

describeWithSamples('images of a real iDXA', () => {
  const images = ['ap-spine', 'left-femur', 'lateral-spine-lva'].map((name) => readFileSync(sample(`dicom-ge-idxa/${name}.dcm`)));

  test('say their site in the Protocol Name alone', () => {
    const headers = images.map((file) => readKeywords(file.subarray(0, 8192), { until: 'PixelData' }));
    expect(headers.map(({ ProtocolName, BodyPartExamined, Laterality }) => [ProtocolName, BodyPartExamined, Laterality])).toEqual(
      [
        ['AP Spine', '', ''],
        ['Left Femur', '', ''],
        ['LVA', '', ''],
      ],
    );
  });

  test('are shown', async () => {
    const sizes = await Promise.all(images.map(async (file) => sharp(await renderImage(file)).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [716, 780],
      [680, 600],
      [808, 1768],
    ]);
  });

  test('go over the network and are stored to the byte', async () => {
    const scp = await memoryScp();
    const peer = { host: '127.0.0.1', port: scp.server.port, calledAETitle: 'OSTEON', callingAETitle: 'IDXA1' };
    expect((await store(peer, images)).map(({ outcome }) => outcome)).toEqual(['delivered', 'delivered', 'delivered']);
    for (const file of images) {
      const { SOPInstanceUID, dataSet } = splitPart10(file);
      expect(splitPart10(scp.files.get(SOPInstanceUID) ?? Buffer.of()).dataSet.equals(dataSet)).toBe(true);
    }
    await scp.server.stop();
  });
});
