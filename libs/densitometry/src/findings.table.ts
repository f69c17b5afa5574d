/** What a careful reader notices, with its level and its words; two of them change their level with the circumstances. */
export const findingCodes = {
  IDENTITY_SEX: { level: 'blocks-signing', says: 'The device was told another sex than the order states.' },
  IDENTITY_BIRTH_DATE: { level: 'blocks-signing', says: 'The device was told another birth date than the order states.' },
  IDENTITY_ID: { level: 'blocks-signing', says: 'The device was told another patient id than the order states.' },
  SCANNER_OUT_OF_CONTROL: { level: 'blocks-signing', says: 'The scanner was out of control on the day of the exam.' },
  QUALITY_NOT_STATED: { level: 'blocks-signing', says: 'Nobody has stated the technical quality of the scan.' },
  SIDE_MISSING: { level: 'blocks-signing', says: 'The side of the scan is not known.' },
  SCORE_ARITHMETIC: { level: 'blocks-signing', says: 'Scores and BMD of a region do not fit together; a sign may be lost.' },
  SCORE_IMPLAUSIBLE: { level: 'blocks-signing', says: 'A score is outside what anybody has (-8 to 8).' },
  BMD_IMPLAUSIBLE: { level: 'blocks-signing', says: 'A BMD is outside what anybody has (0.05 to 2.5 g/cm2).' },
  TWO_VALUES_FOR_ONE_REGION: { level: 'blocks-signing', says: 'Two different values were given for one region.' },
  T_REFERENCE_NOT_FEMALE: {
    level: 'blocks-signing',
    says: 'A T-score does not refer to the female reference; information where a row against it stands beside.',
  },
  T_REFERENCE_UNKNOWN: {
    level: 'warning',
    says: "The reference of a T-score is not stated; a man's is then not used, and blocks.",
  },
  T_REFERENCE_NOT_WHITE: { level: 'warning', says: 'A T-score does not refer to the white female reference.' },
  BMC_AREA_ARITHMETIC: { level: 'warning', says: 'BMD is more than 0.003 g/cm2 from BMC divided by area.' },
  COMBINED_REGION_ARITHMETIC: {
    level: 'warning',
    says: 'A combined region is more than 0.005 g/cm2 from the sums of its parts.',
  },
  ONE_VERTEBRA_LEFT: { level: 'warning', says: 'One vertebra is left: no diagnosis and no follow-up rests on it.' },
  IDENTITY_HEIGHT: { level: 'warning', says: 'The height in the header is more than 6 cm from that of the order.' },
  IDENTITY_BONE_AREA: {
    level: 'warning',
    says: 'The area of the same vertebrae is more than 12 % from that of a prior: another person?',
  },
  IDENTITY_BMD_JUMP: {
    level: 'warning',
    says: 'BMD differs from a prior by more than a body can change in the time: another person?',
  },
  IDENTITY_BONE_SHAPE: {
    level: 'warning',
    says: 'Size and density of many bones together are not those of a prior: another person?',
  },
  AREA_CHANGED: {
    level: 'warning',
    says: 'The area of the same region is more than 2 % from that of a prior: position or analysis differ.',
  },
  SOFTWARE_OR_REFERENCE_CHANGED: {
    level: 'warning',
    says: 'Software or reference differ from those of a prior: analyse it again.',
  },
  HEIGHT_OR_WEIGHT_MISSING: { level: 'warning', says: 'Height or weight are not known; Z-scores can depend on them.' },
  SCANNER_SERIAL_MISSING: { level: 'warning', says: 'The serial number of the scanner is missing: nothing can be compared.' },
  SCANNER_QC_MISSING: { level: 'warning', says: 'No phantom measurement of the scanner is known for the day of the exam.' },
  FRAX_OUTSIDE_AGE: { level: 'warning', says: 'FRAX holds for 40 to 90 years of age.' },
  FRAX_ON_TREATMENT: { level: 'warning', says: 'FRAX holds for untreated patients.' },
  FRAX_WITHOUT_BMD: { level: 'warning', says: 'FRAX was calculated without BMD although it was measured.' },
  FRAX_INPUT_DIFFERS: {
    level: 'warning',
    says: 'FRAX was calculated with another device, neck BMD or T-score than those of this exam.',
  },
  PREGNANT: { level: 'warning', says: 'The patient was pregnant.' },
  RECENT_CONTRAST: { level: 'warning', says: 'Contrast medium was given recently and can lie over the spine.' },
  SPINE_NOT_MEASURED: { level: 'information', says: 'The spine was not measured.' },
  HIP_NOT_MEASURED: { level: 'information', says: 'No hip was measured.' },
  NO_TREATMENT_THRESHOLD_FOR_COUNTRY: { level: 'information', says: 'No sourced treatment threshold is known for the country.' },
} as const satisfies Record<string, { level: 'blocks-signing' | 'warning' | 'information'; says: string }>;

export type FindingCode = keyof typeof findingCodes;
