import { Injectable } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import { DataSource } from 'typeorm';
import { commitmentsOfStudies } from '../commitment/commitments-of-studies.query.js';
import { stepsOfStudies } from '../procedure-step/steps-of-studies.query.js';
import { Receipts } from '../receive-instance/receipts.query.js';
import { AcquisitionEntity } from './acquisition.entity.js';
import { acquisitionShown, type ArchiveProgress } from './acquisition-shown.js';

interface ArchiveRow {
  readonly acquisition_id: string;
  readonly archive_id: string;
  readonly delivered: number;
  readonly refused: number;
  readonly archived_at: Date | null;
}

/** Reads studies, limited to the facilities of the one who asks. */
@Injectable()
export class AcquisitionsQuery {
  constructor(
    private readonly database: DataSource,
    private readonly receipts: Receipts,
  ) {}

  /** Not those of which nothing counts: they came under the wrong worklist entry. */
  async ofExam(examId: string, facilities: Facilities) {
    return this.shown(await this.within(facilities).andWhere('acquisition.examId = :examId and acquisition.instanceCount > 0', { examId }).getMany());
  }

  /** Ambiguous, suggested and unmatched ones, the newest 200: what a person has to decide. */
  async withoutExam(facilities: Facilities) {
    return this.shown(await this.within(facilities).andWhere(`acquisition.matchState <> 'matched' and acquisition.instanceCount > 0`).limit(200).getMany());
  }

  async one(acquisitionId: string, facilities: Facilities): Promise<AcquisitionEntity | null> {
    return this.within(facilities).andWhere('acquisition.acquisitionId = :acquisitionId', { acquisitionId }).getOne();
  }

  private within(facilities: Facilities) {
    const query = this.database.getRepository(AcquisitionEntity).createQueryBuilder('acquisition').where('true').orderBy('acquisition.receivedAt', 'DESC');
    return facilities === 'all' ? query : query.andWhere('acquisition.facilityId = any(:facilities)', { facilities });
  }

  private async shown(rows: readonly AcquisitionEntity[]) {
    const ids = rows.map(({ acquisitionId }) => acquisitionId);
    const tx = managerTransaction(this.database.manager);
    const [steps, commitments] = await Promise.all([stepsOfStudies(tx, ids), commitmentsOfStudies(tx, ids)]);
    const [headers, archives] = await Promise.all([this.receipts.latestHeaders(rows), this.archives(ids)]);
    return rows.map((row) => {
      const same = headers.find(({ facilityId, studyInstanceUID }) => facilityId === row.facilityId && studyInstanceUID === row.studyInstanceUID);
      const { acquisitionId: id } = row;
      const around = { steps: steps.get(id) ?? [], archives: archives.get(id) ?? [], commitments: commitments.get(id) ?? [] };
      return acquisitionShown(row, { header: same?.header, ...around });
    });
  }

  private async archives(acquisitionIds: readonly string[]): Promise<Map<string, ArchiveProgress[]>> {
    const rows = await managerTransaction(this.database.manager).query<ArchiveRow>(
      `select acquisition_id, archive_id, delivered, refused, archived_at from acquisition_archives
        where acquisition_id = any($1::uuid[]) order by archive_id`,
      [acquisitionIds],
    );
    const byAcquisition = new Map<string, ArchiveProgress[]>();
    for (const { acquisition_id: id, archive_id: archiveId, delivered, refused, archived_at: archivedAt } of rows)
      byAcquisition.set(id, [...(byAcquisition.get(id) ?? []), { archiveId, delivered, refused, archivedAt }]);
    return byAcquisition;
  }
}
