/** A code as others know it, with where it was read. Nothing here is invented; what has no code of its own is carried as a body site. */
export interface Code {
  readonly system: 'LOINC' | 'UCUM' | 'SNOMED CT' | 'CPT';
  readonly code: string;
  readonly display: string;
  /** S: read in a source. M: well known, not re-read. */
  readonly grade: 'S' | 'M';
}

const loinc = (code: string, display: string, grade: Code['grade'] = 'S'): Code => ({ system: 'LOINC', code, display, grade });
const snomed = (code: string, display: string): Code => ({ system: 'SNOMED CT', code, display, grade: 'S' });
const cpt = (code: string, display: string, grade: Code['grade'] = 'S'): Code => ({ system: 'CPT', code, display, grade });

export interface ObservationCodes {
  readonly site: 'lumbar-spine' | 'hip' | 'forearm';
  readonly side?: 'left' | 'right';
  readonly bmd: Code;
  readonly tScore: Code;
  readonly zScore: Code;
}

const observation = (
  place: Pick<ObservationCodes, 'site' | 'side'>,
  name: string,
  [bmd, tScore, zScore]: readonly [string, string, string],
): ObservationCodes => ({
  ...place,
  bmd: loinc(bmd, `${name} BMD`),
  tScore: loinc(tScore, `${name} T-score`),
  zScore: loinc(zScore, `${name} Z-score`),
});

/**
 * LOINC by site and side (OHDSI Themis list, US Core). No LOINC separates femoral neck from total hip, L1-L4 from L2-L4, or the 33 %
 * radius: the region goes beside the code.
 */
export const observationCodes: readonly ObservationCodes[] = [
  observation({ site: 'lumbar-spine' }, 'Lumbar spine', ['24966-4', '38267-1', '85394-5']),
  observation({ site: 'hip' }, 'Hip', ['38261-4', '38264-8', '80933-5']),
  observation({ site: 'hip', side: 'left' }, 'Hip - left', ['46278-8', '80946-7', '80938-4']),
  observation({ site: 'hip', side: 'right' }, 'Hip - right', ['46279-6', '80945-9', '80937-6']),
  observation({ site: 'forearm' }, 'Radius and ulna', ['24890-6', '38265-5', '80932-7']),
  observation({ site: 'forearm', side: 'left' }, 'Radius and ulna - left', ['80952-5', '80944-2', '80936-8']),
  observation({ site: 'forearm', side: 'right' }, 'Radius and ulna - right', ['80951-7', '80943-4', '80935-0']),
];

export const reportCodes = {
  panel: loinc('83311-1', 'Bone density quantitative measurement by DXA panel'),
  report: loinc('38269-7', 'Study report Skeletal system DXA'),
  fraxMajor: loinc('90265-0', 'FRAX ten-year probability of major osteoporotic fracture'),
  fraxHip: loinc('90264-3', 'FRAX ten-year probability of hip fracture', 'M'),
  boneOfUnspecifiedSite: loinc('46383-6', 'Bone BMD'),
  procedure: snomed('241686001', 'Dual energy X-ray photon absorptiometry'),
} as const;

export const unitCodes = {
  bmd: { system: 'UCUM', code: 'g/cm2', display: 'g/cm2', grade: 'S' },
  score: { system: 'UCUM', code: '1', display: 'standard deviations', grade: 'S' },
} as const satisfies Record<string, Code>;

/** Body sites: they carry what LOINC has no code for. */
export const bodySites = {
  'lumbar-spine': snomed('122496007', 'Lumbar spine structure'),
  hip: snomed('29836001', 'Hip region structure'),
  femur: snomed('71341001', 'Bone structure of femur'),
  radius: snomed('62413002', 'Bone structure of radius'),
  forearm: snomed('14975008', 'Forearm structure'),
  'whole-body': snomed('38266002', 'Entire body as a whole'),
  left: snomed('7771000', 'Left'),
  right: snomed('24028007', 'Right'),
} as const;

const procedureCodes = {
  axial: cpt('77080', 'DXA, axial skeleton'),
  appendicular: cpt('77081', 'DXA, appendicular skeleton'),
  axialWithVfa: cpt('77085', 'DXA, axial skeleton including vertebral fracture assessment'),
  vfaAlone: cpt('77086', 'Vertebral fracture assessment by DXA'),
} as const;

export const cptCodes: Readonly<Record<keyof typeof procedureCodes, Code>> = procedureCodes;
