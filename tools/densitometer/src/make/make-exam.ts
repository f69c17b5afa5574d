import { TransferSyntax } from '@osteon/dicom';
import { writeExam } from '../dialects/write-exam.js';
import type { Written } from '../dialects/written.js';
import type { Fault, Withheld } from '../faults/fault.js';
import { disagreeing, onTheWrongSide, withoutOne } from '../faults/of-the-exam.js';
import {
  inAnotherCharacterSet,
  lastOneLate,
  sentTwice,
  withAnothersLine,
  withOneCut,
  type DeviceFile,
} from '../faults/of-the-files.js';
import { underAnotherProtocol, withAnotherPatient } from '../faults/of-the-objects.js';
import { fileOf } from '../make-study.js';
import { measure } from '../measure/measure.js';
import { perform, type Performed } from '../performed.js';
import type { Exam } from './exam.js';
import { truthOf, type TrueStudy } from './truth.js';

/** The files of an exam, and what they say. */
export interface MadeExam {
  readonly files: readonly DeviceFile[];
  readonly truth: TrueStudy;
  /** What went wrong; absent where nothing did. */
  readonly fault?: Fault;
  /** Values that nobody can know: giving one of them is wrong. */
  readonly withheld: readonly Withheld[];
  /** The study has data of two patients: giving any value is wrong. */
  readonly isRefused: boolean;
}

/** When the file was written: a minute after the scan, a second export a quarter of an hour later. */
const createdAt = ({ at }: Performed, minutes: number) => {
  const of = Number(at.TM.slice(0, 2)) * 60 + Number(at.TM.slice(2, 4)) + minutes;
  const two = (value: number): string => String(value).padStart(2, '0');
  return { InstanceCreationDate: at.DA, InstanceCreationTime: `${two(Math.floor(of / 60))}${two(of % 60)}${at.TM.slice(4, 6)}` };
};

const bytesOf =
  (performed: Performed, minutes: number) =>
  (written: Written): DeviceFile => {
    if ('text' in written) return { name: written.name, bytes: written.text };
    const syntax = written.explicit ? TransferSyntax.ExplicitVRLittleEndian : TransferSyntax.ImplicitVRLittleEndian;
    return {
      name: written.name,
      bytes: fileOf(written.name, { ...written.keywords, ...createdAt(performed, minutes) }, syntax).bytes,
    };
  };

const filesOf = async (exam: Exam, performed: Performed): Promise<DeviceFile[]> =>
  (await writeExam({ exam, performed })).map(bytesOf(performed, 1));

/** The same series and acquisition under new SOP Instance UIDs. */
const exportedAgain = (performed: Performed): Performed => ({
  ...performed,
  uid: (name) => performed.uid(name.includes('series') ? name : `second ${name}`),
});

const secondExport = async (exam: Exam, performed: Performed): Promise<DeviceFile[]> => {
  const again = exportedAgain(performed);
  const files = (await writeExam({ exam, performed: again })).map(bytesOf(again, 15));
  return files.map((file) => ({ ...file, name: `Z${file.name}` }));
};

/** Analysed again with other lines between the bones: other areas and other numbers. */
const analysedAgain = (exam: Exam): Exam => {
  const { person, day, console } = exam;
  const other = { ...person, seed: person.seed + 3 };
  return { ...exam, scans: measure({ person: other, day, scale: console.scale, menAgainst: console.menAgainst }) };
};

type Made = Pick<MadeExam, 'files'> & Partial<Pick<MadeExam, 'withheld' | 'isRefused'>> & { readonly exam?: Exam };

const disagree = async (exam: Exam, performed: Performed): Promise<Made> => {
  const change = disagreeing(exam);
  if (change === undefined) return { files: await filesOf(exam, performed) };
  const written = await writeExam({ exam, performed, otherwise: change.otherwise });
  return { files: written.map(bytesOf(performed, 1)), withheld: change.withheld };
};

const swap = async (exam: Exam, performed: Performed): Promise<Made> => {
  if (exam.console.dialect === 'norland-csv')
    return { files: withAnothersLine(await filesOf(exam, performed), exam.person.id, '999001'), isRefused: true };
  const written = withAnotherPatient(await writeExam({ exam, performed }), exam.seed);
  return { files: written.map(bytesOf(performed, 1)), isRefused: true };
};

const withScans = async (exam: Exam, performed: Performed, scans: Exam['scans']): Promise<Made> => {
  const changed = { ...exam, scans };
  return { files: await filesOf(changed, performed), exam: changed };
};

const wrongly: Readonly<Record<Fault, (exam: Exam, performed: Performed) => Promise<Made>>> = {
  'swapped-patient': swap,
  'wrong-side': (exam, performed) => withScans(exam, performed, onTheWrongSide(exam.scans)),
  'wrong-protocol': async (exam, performed) => ({
    files: underAnotherProtocol(await writeExam({ exam, performed }), exam.seed).map(bytesOf(performed, 1)),
  }),
  truncated: async (exam, performed) => ({ files: withOneCut(await filesOf(exam, performed), exam.seed) }),
  'sources-disagree': disagree,
  'broken-encoding': async (exam, performed) => ({
    files: inAnotherCharacterSet(await filesOf(exam, performed), exam.console.characterSet),
  }),
  'missing-scan': (exam, performed) => withScans(exam, performed, withoutOne(exam)),
  'duplicate-send': async (exam, performed) => ({ files: sentTwice(await filesOf(exam, performed)) }),
  'second-export': async (exam, performed) => ({
    files: [...(await filesOf(exam, performed)), ...(await secondExport(exam, performed))],
  }),
  reanalysis: async (exam, performed) => {
    const again = analysedAgain(exam);
    return { files: [...(await filesOf(exam, performed)), ...(await secondExport(again, performed))], exam: again };
  },
  'late-object': async (exam, performed) => ({ files: lastOneLate(await filesOf(exam, performed)) }),
};

/** Everything that a console leaves of an exam, with one thing going wrong where a fault is named. The same exam gives the same bytes. */
export const makeExam = async (exam: Exam, fault?: Fault): Promise<MadeExam> => {
  const performed = perform(exam.item, exam.console, exam.at);
  const made: Made = fault === undefined ? { files: await filesOf(exam, performed) } : await wrongly[fault](exam, performed);
  return {
    files: made.files,
    truth: truthOf(made.exam ?? exam, performed),
    ...(fault === undefined ? {} : { fault }),
    withheld: made.withheld ?? [],
    isRefused: made.isRefused ?? false,
  };
};
