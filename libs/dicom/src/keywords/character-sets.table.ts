/** Defined terms of Specific Character Set (PS3.3 C.12.1.1.2) and the codec that reads and writes each. */
export const codecOfTerm: Readonly<Record<string, string>> = {
  '': 'ascii',
  'ISO_IR 6': 'ascii',
  'ISO_IR 13': 'shift_jis',
  'ISO_IR 100': 'iso88591',
  'ISO_IR 101': 'iso88592',
  'ISO_IR 109': 'iso88593',
  'ISO_IR 110': 'iso88594',
  'ISO_IR 126': 'iso88597',
  'ISO_IR 127': 'iso88596',
  'ISO_IR 138': 'iso88598',
  'ISO_IR 144': 'iso88595',
  'ISO_IR 148': 'iso88599',
  'ISO_IR 166': 'tis620',
  'ISO_IR 192': 'utf8',
  'ISO_IR 203': 'iso885915',
  GB18030: 'gb18030',
  GBK: 'gbk',
};

/** A code set that an escape sequence switches to (ISO 2022, PS3.3 table C.12-3 and C.12-4): its codec, and what a byte pair lacks. */
export interface CodeSet {
  readonly codec: string;
  /** JIS sets are designated to G0: their bytes lack the high bit (and the plane) that EUC-JP has. */
  readonly plane?: 'jis-x-0208' | 'jis-x-0212';
}

/** By the bytes after ESC. */
export const codeSetOfEscape: Readonly<Record<string, CodeSet>> = {
  '(B': { codec: 'ascii' },
  '(J': { codec: 'shift_jis' },
  ')I': { codec: 'shift_jis' },
  '-A': { codec: 'iso88591' },
  '-B': { codec: 'iso88592' },
  '-C': { codec: 'iso88593' },
  '-D': { codec: 'iso88594' },
  '-F': { codec: 'iso88597' },
  '-G': { codec: 'iso88596' },
  '-H': { codec: 'iso88598' },
  '-L': { codec: 'iso88595' },
  '-M': { codec: 'iso88599' },
  '-T': { codec: 'tis620' },
  '-b': { codec: 'iso885915' },
  $B: { codec: 'euc-jp', plane: 'jis-x-0208' },
  '$(D': { codec: 'euc-jp', plane: 'jis-x-0212' },
  '$)C': { codec: 'euc-kr' },
  '$)A': { codec: 'gb2312' },
};
