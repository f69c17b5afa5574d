import { Injectable } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import { DataSource } from 'typeorm';
import { Receipts } from '../receive-instance/receipts.query.js';
import { AcquisitionEntity } from './acquisition.entity.js';
import { acquisitionShown, type ArchiveState } from './acquisition-shown.js';

interface ArchiveRow {
  readonly archive_id: string;
  readonly refused: number;
  readonly archived_at: Date | null;
}

const archiveState = ({ archive_id: archiveId, refused, archived_at: at }: ArchiveRow): ArchiveState => ({
  archiveId,
  state: at ? 'archived' : refused > 0 ? 'refused' : 'pending',
  at: at?.toISOString(),
});

/** Reads studies, limited to the facilities of the one who asks. */
@Injectable()
export class AcquisitionsQuery {
  constructor(
    private readonly database: DataSource,
    private readonly receipts: Receipts,
  ) {}

  async ofExam(examId: string, facilities: Facilities) {
    return this.shown(await this.within(facilities).andWhere('acquisition.examId = :examId', { examId }).getMany());
  }

  /** Ambiguous, suggested and unmatched ones: what a person has to decide. */
  async withoutExam(facilities: Facilities) {
    return this.shown(await this.within(facilities).andWhere(`acquisition.matchState <> 'matched'`).limit(200).getMany());
  }

  async one(acquisitionId: string, facilities: Facilities): Promise<AcquisitionEntity | null> {
    return this.within(facilities).andWhere('acquisition.acquisitionId = :acquisitionId', { acquisitionId }).getOne();
  }

  private within(facilities: Facilities) {
    const query = this.database.getRepository(AcquisitionEntity).createQueryBuilder('acquisition').where('true').orderBy('acquisition.receivedAt', 'DESC');
    return facilities === 'all' ? query : query.andWhere('acquisition.facilityId = any(:facilities)', { facilities });
  }

  private shown(rows: readonly AcquisitionEntity[]) {
    return Promise.all(
      rows.map(async (row) => acquisitionShown(row, await this.receipts.header(row.facilityId, row.studyInstanceUID), await this.archives(row.acquisitionId))),
    );
  }

  private async archives(acquisitionId: string): Promise<ArchiveState[]> {
    const rows = await managerTransaction(this.database.manager).query<ArchiveRow>(
      'select archive_id, refused, archived_at from acquisition_archives where acquisition_id = $1 order by archive_id',
      [acquisitionId],
    );
    return rows.map(archiveState);
  }
}
