/** Segments that stand for others of their name, and parts that stand for others in the text. */
export interface Changes {
  readonly [part: string]: string;
}

const written = (segments: readonly string[], changes: Changes): Buffer => {
  const changed = Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), segments.join('\r'));
  return Buffer.from(`${changed}\r`, 'latin1');
};

/** Ms Okafor's order as a RIS writes it in 2.3.1: accession A-100 and a Study Instance UID in ZDS, 9:00 in Berlin on 4 May. */
export const ormOrder = (changes: Changes = {}): Buffer =>
  written(
    [
      'MSH|^~\\&|RIS|NORTH|OSTEON|NORTH|20260504073000||ORM^O01|RIS000101|P|2.3.1||||||8859/1',
      'PID|1||4711^^^NORTH^MR||OKAFOR^ADA^MAE^JR^MRS||19560302|F||2106-3^White^HL70005|1 BIRCH LANE^^SPRINGFIELD^^00001',
      'PV1|1|O|DXA^^^NORTH',
      'ORC|NW|P7001^EMR|F9001^RIS||SC||^^^20260504090000^^R||20260504073000|||1003^LEE^MIN^^^DR',
      'OBR|1|P7001^EMR|F9001^RIS|77080^DXA bone density axial^C4||||||||||||1003^LEE^MIN^^^DR||A-100|RP-100|SPS-100||||BMD|||^^^20260504090000^^R||||^Screening for osteoporosis',
      'OBX|1|NM|8302-2^Body height^LN||162|cm^centimeter^UCUM|||||F',
      'OBX|2|NM|29463-7^Body weight^LN||64|kg^kilogram^UCUM|||||F',
      'ZDS|1.2.826.0.1.3680043.10.999.100^RIS^Application^DICOM',
    ],
    changes,
  );

/** Mr Muster's order in 2.5.1: accession A-101 and station IDXA1 in IPC, 9:30 with an offset of its own. */
export const omiOrder = (changes: Changes = {}): Buffer =>
  written(
    [
      'MSH|^~\\&|RIS|NORTH|OSTEON|NORTH|20260504073100||OMI^O23^OMI_O23|RIS000102|P|2.5.1||||||8859/1',
      'PID|1||4712^^^NORTH^MR||MUSTER^J\u00dcRGEN^^^HERR||19560302|M||2106-3^White^HL70005|1 BIRCH LANE^^SPRINGFIELD^^00001',
      'PV1|1|O|DXA^^^NORTH',
      'ORC|NW|P7002^EMR|F9002^RIS||SC||||20260504073100|||1003^LEE^MIN^^^DR',
      'TQ1|1||||||20260504093000+0200||R',
      'OBR|1|P7002^EMR|F9002^RIS|77080^DXA bone density axial^C4||||||||||||1003^LEE^MIN^^^DR|||||||||||||||^Glucocorticoids for 6 months',
      'OBX|1|NM|8302-2^Body height^LN||1.75|m^meter^UCUM|||||F',
      'IPC|A-101^RIS|RP-101^RIS|1.2.826.0.1.3680043.10.999.101^RIS|SPS-101^RIS|BMD|DXA-AXIAL^Spine and both hips^99NORTH|IDXA1||IDXA1',
    ],
    changes,
  );

/** An order that brings no numbers of its own but its placer's: the HIS places it. */
export const hisOrder = (changes: Changes = {}): Buffer =>
  written(
    [
      'MSH|^~\\&|HIS|NORTH|OSTEON|NORTH|20260504070000||ORM^O01|HIS000001|P|2.4',
      'PID|1||4713^^^NORTH^MR||ROSSI^ANNA||19601117|F',
      'ORC|NW|P8001^HIS|||||^^^20260504100000^^S',
      'OBR|1|P8001^HIS||77080^DXA bone density axial^C4',
    ],
    changes,
  );
