import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasurementsRead } from '../acquisition/acquisition.events.js';
import type { KeptInstance } from '../acquisition/acquisition.js';
import type { Match } from '../match-study/match-study.js';

/** One study from a densitometer, as lists read it. */
@Entity('acquisitions')
export class AcquisitionEntity {
  @PrimaryColumn('uuid', { name: 'acquisition_id' }) acquisitionId!: string;
  @Column('text', { name: 'facility_id' }) facilityId!: string;
  @Column('text', { name: 'study_instance_uid' }) studyInstanceUID!: string;
  @Column('text', { name: 'device_id' }) deviceId!: string;
  @Column('text', { name: 'match_state' }) matchState!: Match['state'];
  @Column('jsonb') match!: Match;
  @Column('uuid', { name: 'exam_id', nullable: true }) examId!: string | null;
  @Column('jsonb') instances!: KeptInstance[];
  @Column('integer', { name: 'instance_count' }) instanceCount!: number;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('text', { name: 'complete_by', nullable: true }) completeBy!: string | null;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt!: Date | null;
  @Column('jsonb', { nullable: true }) measurements!: MeasurementsRead['data'] | null;
  @Column('integer') version!: number;
}
