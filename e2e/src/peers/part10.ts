/** PS3.10 7.1: preamble, DICM, and File Meta Information whose length stands in (0002,0000). What follows is the data set. */
export const dataSetOf = (file: Buffer): Buffer => {
  if (file.toString('latin1', 128, 132) !== 'DICM') throw new Error('not a DICOM file');
  return file.subarray(144 + file.readUInt32LE(140));
};
