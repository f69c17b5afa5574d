import type { BegunStep, PerformedAt, StudyFile } from '@osteon/densitometer';
import type { Keywords } from '@osteon/dicom';
import type { Order } from '@osteon/hospital';
import type { Hospital, Staff } from './hospital.js';

/** An exam on its way: what is known of it after the steps that it has passed. */
export interface Exam {
  readonly order: Order;
  readonly examId: string;
  readonly item: Keywords;
  readonly at: PerformedAt;
  readonly step: BegunStep;
  readonly files: readonly StudyFile[];
}

export const newExam = (order: Order): Exam => ({ order, examId: '', item: {}, at: { DA: '', TM: '' }, step: { SOPInstanceUID: '' }, files: [] });

/** Who takes part in a step. */
export interface Scene {
  readonly hospital: Hospital;
  readonly staff: Staff;
}
