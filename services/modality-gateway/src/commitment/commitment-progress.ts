/** A device's request to keep objects of a study safe, and whether it has heard the result. */
export interface CommitmentProgress {
  readonly commitmentId: string;
  readonly transactionUID: string;
  readonly state: 'asked' | 'decided' | 'reported' | 'given-up';
  readonly sopInstanceUIDs: readonly string[];
  readonly failed: readonly { readonly SOPInstanceUID: string; readonly reason: number }[];
  readonly attempts: number;
  /** Why the device has not heard the result yet. */
  readonly why: string | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
}
