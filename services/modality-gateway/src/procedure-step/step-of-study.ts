import type { Reference } from '@osteon/dicom';

/** What a device has said of the performing of one study. */
export interface StepOfStudy {
  readonly status: 'in-progress' | 'completed' | 'discontinued';
  readonly references: readonly Reference[];
  readonly wrongEntry: boolean;
}
