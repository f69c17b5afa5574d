/** What PS3.5 table 6.2-1 allows for a value in text: at most so many characters, and its repertoire. */
export interface TextRule {
  readonly length: number;
  readonly pattern?: RegExp;
  /** Text with line breaks, and with backslashes as letters: never several values. */
  readonly long?: true;
}

/** VRs that hold text. */
export const textRules: Readonly<Record<string, TextRule>> = {
  AE: { length: 16, pattern: /^[\x20-\x5b\x5d-\x7e]*$/ },
  AS: { length: 4, pattern: /^\d{3}[DWMY]$/ },
  CS: { length: 16, pattern: /^[A-Z0-9 _]*$/ },
  DA: { length: 8, pattern: /^\d{8}$/ },
  DS: { length: 16, pattern: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/ },
  DT: { length: 26, pattern: /^\d{4,14}(\.\d{1,6})?([+-]\d{4})?$/ },
  IS: { length: 12, pattern: /^[+-]?\d+$/ },
  LO: { length: 64 },
  LT: { length: 10240, long: true },
  PN: { length: 64 },
  SH: { length: 16 },
  ST: { length: 1024, long: true },
  TM: { length: 14, pattern: /^\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?$/ },
  UC: { length: 2 ** 32 - 2 },
  UI: { length: 64, pattern: /^(0|[1-9]\d*)(\.(0|[1-9]\d*))*$/ },
  UR: { length: 2 ** 32 - 2, long: true },
  UT: { length: 2 ** 32 - 2, long: true },
};

/** VRs whose letters are those of Specific Character Set (PS3.5 6.1.2.2). */
export const inSpecificCharacterSet: ReadonlySet<string> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);

/** Binary numbers: bytes each, and how a DataView names them. */
export const numberRules = {
  US: { size: 2, kind: 'Uint16' },
  SS: { size: 2, kind: 'Int16' },
  UL: { size: 4, kind: 'Uint32' },
  SL: { size: 4, kind: 'Int32' },
  FL: { size: 4, kind: 'Float32' },
  FD: { size: 8, kind: 'Float64' },
} as const;

/** VRs with a four-byte length in explicit VR (PS3.5 7.1.2). */
export const longLength: ReadonlySet<string> = new Set([
  'OB',
  'OD',
  'OF',
  'OL',
  'OV',
  'OW',
  'SQ',
  'SV',
  'UC',
  'UN',
  'UR',
  'UT',
  'UV',
]);

/** All VRs that explicit VR can name. */
export const knownVRs: ReadonlySet<string> = new Set([
  ...Object.keys(textRules),
  ...Object.keys(numberRules),
  ...longLength,
  'AT',
]);
