export type Service = 'scheduling' | 'modality-gateway' | 'reading' | 'reporting' | 'delivery';

/** Every service, in the order in which an exam meets them. */
export const services = [
  'scheduling',
  'modality-gateway',
  'reading',
  'reporting',
  'delivery',
] as const satisfies readonly Service[];
