import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { reading, type scheduling } from '@osteon/contracts';
import { refuse, refusals, type Aggregate } from '@osteon/event-store';
import { NORTH } from '@osteon/testing';
import type { Hearing } from '../hearing.js';

export interface DraftMade {
  readonly type: 'DraftMade';
  readonly data: { readonly reviewVersion: number; readonly heardVersion: number };
}

export interface Draft {
  readonly reviews: readonly number[];
  readonly heardVersion: number;
}

const drafting = refusals({ NOT_THIS_READER: { kind: 'forbidden', sentence: 'This reader makes no drafts.' } });

/** One draft per exam. It remembers the last version that it has heard of its study, and ignores what is not above it. */
export const drafts: Aggregate<Draft, DraftMade> = {
  name: 'draft',
  initial: { reviews: [], heardVersion: 0 },
  evolve: ({ reviews }, { data }) => ({ reviews: [...reviews, data.reviewVersion], heardVersion: data.heardVersion }),
  facilityOf: () => NORTH,
};

/** What reached the consumers, and whether the one with a mistake is mended. */
export const seen = { isMended: false, calls: new Array<string>(), patientNews: new Array<string>() };

@Controller()
export class WhenScanReviewed {
  @EventPattern<string>(reading.ScanReviewed.type)
  hear(@Payload() heard: reading.ScanReviewedV1, @Ctx() hearing: Hearing) {
    const { reviewVersion, reviewedBy } = heard;
    seen.calls.push(`${heard.examId} v${reviewVersion}`);
    if (reviewedBy === 'dr-refused') refuse(drafting.NOT_THIS_READER);
    if (reviewedBy === 'dr-poison' && !seen.isMended) throw new TypeError('a consumer with a mistake');
    const { streamVersion } = hearing.from;
    return hearing.unit.decide(drafts, heard.examId, ({ heardVersion }): DraftMade[] =>
      streamVersion <= heardVersion ? [] : [{ type: 'DraftMade', data: { reviewVersion, heardVersion: streamVersion } }],
    );
  }

  @EventPattern<string>('patients')
  news(@Payload() patient: scheduling.PatientV1 | null, @Ctx() { from }: Hearing): void {
    seen.patientNews.push(patient === null ? `${from.key} erased` : `${from.key} v${patient.version}`);
  }
}
