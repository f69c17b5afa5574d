import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeywords, splitPart10 } from '../part10.js';
import { dcmtk, describeWithDCMTK, withFiles } from '../testing/dcmtk.js';
import { generatedImage } from '../testing/generated-image.js';
import { memoryScp, type MemoryScp } from '../testing/memory-scp.js';
import { TransferSyntax } from '../uids.table.js';

describeWithDCMTK('DCMTK as densitometer', () => {
  let scp: MemoryScp;
  const peer = (): string[] => ['127.0.0.1', String(scp.server.port)];
  afterEach(() => scp.server.stop(0));

  it('stores every byte of a data set, private elements included, in both uncompressed syntaxes', async () => {
    scp = await memoryScp();
    const file = generatedImage('1.2.3.1.1');
    await withFiles({ 'a.dcm': file }, async (folder) => {
      const path = join(folder, 'a.dcm');
      const implicit = join(folder, 'b.dcm');
      await dcmtk('dcmconv', '+ti', path, implicit);
      expect(await dcmtk('storescu', '-aec', 'OSTEON', '-aet', 'IDXA1', ...peer(), path)).toMatchObject({ code: 0 });
      expect(splitPart10(scp.files.get('1.2.3.1.1') ?? Buffer.of()).dataSet).toEqual(splitPart10(file).dataSet);
      expect(await dcmtk('storescu', '-xi', '-aec', 'OSTEON', '-aet', 'IDXA1', ...peer(), implicit)).toMatchObject({ code: 0 });
      const stored = splitPart10(scp.files.get('1.2.3.1.1') ?? Buffer.of());
      expect(stored.transferSyntaxUID).toBe(TransferSyntax.ImplicitVRLittleEndian);
      expect(stored.dataSet).toEqual(splitPart10(await readFile(implicit)).dataSet);
    });
    expect(scp.failures).toEqual([]);
    expect(scp.endings).toEqual(['released', 'released']);
  });

  it('receives a study on one association and several associations at once', async () => {
    scp = await memoryScp();
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`${at}.dcm`, generatedImage(`1.2.3.1.${at}`, 300_000 + at)]),
    );
    await withFiles(files, async (folder) => {
      const groups = [0, 4, 8].map((from) => [0, 1, 2, 3].map((at) => join(folder, `${from + at}.dcm`)));
      const ran = await Promise.all(
        groups.map((group) => dcmtk('storescu', '-aec', 'OSTEON', '-aet', 'IDXA1', ...peer(), ...group)),
      );
      expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
    });
    expect(scp.files.size).toBe(12);
    for (const file of Object.values(files)) {
      const { SOPInstanceUID, dataSet } = splitPart10(file);
      expect(splitPart10(scp.files.get(SOPInstanceUID) ?? Buffer.of()).dataSet.equals(dataSet)).toBe(true);
    }
  });

  it('answers C-ECHO', async () => {
    scp = await memoryScp();
    expect(await dcmtk('echoscu', '-aec', 'OSTEON', '-aet', 'IDXA1', ...peer())).toMatchObject({ code: 0 });
  });

  it('rejects an unknown calling and a wrong called AE title with their reasons', async () => {
    scp = await memoryScp();
    const calling = await dcmtk('echoscu', '-v', '-aec', 'OSTEON', '-aet', 'STRANGER', ...peer());
    expect(calling.output).toContain('Calling AE Title Not Recognized');
    const called = await dcmtk('echoscu', '-v', '-aec', 'ELSEWHERE', '-aet', 'IDXA1', ...peer());
    expect(called.output).toContain('Called AE Title Not Recognized');
  });

  it('answers a worklist query, accents included', async () => {
    const identifier = {
      SpecificCharacterSet: 'ISO_IR 100',
      PatientName: 'Müller^Zoë',
      PatientID: 'P-1001',
      StudyInstanceUID: '1.2.3',
      ScheduledProcedureStepSequence: [
        { Modality: 'BMD', ScheduledStationAETitle: 'IDXA1', ScheduledProcedureStepStartDate: '20261124' },
      ],
    };
    scp = await memoryScp({
      answers: [
        { status: 0xff00, identifier },
        { status: 0xff01, identifier: { ...identifier, PatientID: 'P-1002' } },
      ],
    });
    await withFiles({}, async (folder) => {
      const keys = ['PatientName=M*', 'PatientID', 'ScheduledProcedureStepSequence[0].Modality=BMD'].flatMap((key) => [
        '-k',
        key,
      ]);
      const ran = await dcmtk('findscu', '-W', '-X', '-od', folder, '-aec', 'OSTEON', '-aet', 'IDXA1', ...keys, ...peer());
      expect(ran.code).toBe(0);
      const answer = readKeywords(await readFile(join(folder, 'rsp0001.dcm')));
      expect(answer).toMatchObject({
        PatientName: 'Müller^Zoë',
        PatientID: 'P-1001',
        ScheduledProcedureStepSequence: [{ Modality: 'BMD' }],
      });
      expect(readKeywords(await readFile(join(folder, 'rsp0002.dcm')))).toMatchObject({ PatientID: 'P-1002' });
    });
    expect(scp.queries[0]?.identifier).toMatchObject({
      PatientName: 'M*',
      PatientID: '',
      ScheduledProcedureStepSequence: [{ Modality: 'BMD' }],
    });
  });
});
