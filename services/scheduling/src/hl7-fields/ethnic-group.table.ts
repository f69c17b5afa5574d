/** HL7 table 0005 (race) as densitometers read Ethnic Group (0010,2160), which has at most 16 characters. */
export const ethnicGroups: Readonly<Record<string, string>> = {
  '1002-5': 'American Indian',
  '2028-9': 'Asian',
  '2054-5': 'Black',
  '2076-8': 'Pacific Islander',
  '2106-3': 'White',
  '2131-1': 'Other',
};
