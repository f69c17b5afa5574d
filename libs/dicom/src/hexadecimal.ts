/** Four digits, as DICOM writes statuses and the halves of a tag: 0110, A700. */
export const hexadecimal = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0');
