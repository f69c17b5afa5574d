import { Injectable } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import { patientsReplica } from '@osteon/messaging';
import { DataSource } from 'typeorm';
import { readerNames } from './readers.state.js';
import type { StudyWithPatient } from './study-row.js';
import { StudyToReadEntity } from './study-to-read.entity.js';

const listed = 500;
const signedListed = 200;

/** Reads exams in reading, limited to the facilities of the one who asks. */
@Injectable()
export class StudiesToReadQuery {
  constructor(private readonly database: DataSource) {}

  /** Not signed yet: urgent first, then the oldest. */
  open(facilities: Facilities): Promise<StudyWithPatient[]> {
    return this.list(facilities, (query) =>
      query
        .andWhere(`study.state in ('ready', 'claimed', 'reviewed')`)
        .orderBy(`case study.exam->>'priority' when 'stat' then 0 when 'urgent' then 1 else 2 end`)
        .addOrderBy('study.receivedAt')
        .limit(listed),
    );
  }

  /** Signed: the newest first. */
  signed(facilities: Facilities): Promise<StudyWithPatient[]> {
    return this.list(facilities, (query) => query.andWhere(`study.state = 'signed'`).orderBy('study.signedAt', 'DESC').limit(signedListed));
  }

  /** One exam; nothing where it is unknown or belongs to a facility that the asker has no part in. */
  async one(examId: string, facilities: Facilities): Promise<StudyWithPatient | undefined> {
    const [found] = await this.list(facilities, (query) => query.andWhere('study.examId = :examId', { examId }));
    return found;
  }

  private async list(facilities: Facilities, narrow: (query: ReturnType<StudiesToReadQuery['all']>) => ReturnType<StudiesToReadQuery['all']>) {
    const limited = facilities === 'all' ? this.all() : this.all().andWhere('study.facilityId = any(:facilities)', { facilities });
    const rows = await narrow(limited).getMany();
    const tx = managerTransaction(this.database.manager);
    const patients = await patientsReplica.many(tx, rows.map(({ patientId }) => patientId));
    const names = await readerNames(tx, rows.flatMap(({ claimedBy, typed }) => [claimedBy ?? [], typed.map(({ typedBy }) => typedBy)].flat()));
    return rows.map((row): StudyWithPatient => ({ row, patient: patients.get(row.patientId), names }));
  }

  private all() {
    return this.database.getRepository(StudyToReadEntity).createQueryBuilder('study').where('true');
  }
}
