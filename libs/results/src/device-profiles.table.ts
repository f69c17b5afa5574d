/** What is known of a maker's scores beyond what its objects say. */
export interface DeviceProfile {
  /** In lower case, as it stands in Manufacturer or in the name of the reference. */
  readonly maker: string;
  /** The maker's own reference is of the patient's sex, so that a man's T-score is not against the female reference. */
  readonly referenceOfPatientsSex: boolean;
  readonly grade: 'S' | 'D' | 'M';
}

/** Norland "4/00", "4/02": a printed page of a man has T-scores that only the male hip reference explains. */
export const deviceProfiles: readonly DeviceProfile[] = [{ maker: 'norland', referenceOfPatientsSex: true, grade: 'D' }];
