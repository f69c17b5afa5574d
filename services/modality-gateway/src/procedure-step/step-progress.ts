/** What a device has said of its performing of a study, as people see it. */
export interface StepProgress {
  readonly stepId: string;
  readonly status: 'in-progress' | 'completed' | 'discontinued';
  /** Code of the reason of a discontinuation (CID 9300). */
  readonly reason: string | null;
  /** Attributes that the device should have said and has not. */
  readonly lacks: readonly string[];
  /** How many objects it lists. */
  readonly listed: number;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
}
