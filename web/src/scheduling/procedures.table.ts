/** What can be asked of a densitometer: CPT 4 codes, as orders carry them (HL7 table 0396: C4). */
export const procedures = [
  { code: '77080', meaning: 'DXA bone density axial', scheme: 'C4' },
  { code: '77081', meaning: 'DXA bone density peripheral', scheme: 'C4' },
  { code: '77085', meaning: 'DXA bone density axial with vertebral fracture assessment', scheme: 'C4' },
] as const;
