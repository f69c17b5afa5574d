declare module 'dcmjs' {
  /** The part of dcmjs that is used here: its data dictionary (PS3.6), by keyword. */
  export const data: {
    readonly DicomMetaDictionary: {
      readonly nameMap: Readonly<Record<string, { readonly tag: string; readonly vr: string; readonly name: string }>>;
    };
  };
}
