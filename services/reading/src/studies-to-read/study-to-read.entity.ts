import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReadingExam, ReadingScan, ShownAssessment, ShownReview, StudyRow, TypedBefore } from './study-row.js';

/** One exam in reading, as the list and the exam page read it. */
@Entity('studies_to_read')
export class StudyToReadEntity implements StudyRow {
  @PrimaryColumn('uuid', { name: 'exam_id' }) examId!: string;
  @Column('text', { name: 'facility_id' }) facilityId!: string;
  @Column('uuid', { name: 'patient_id' }) patientId!: string;
  @Column('text') state!: 'expected' | 'ready' | 'claimed' | 'reviewed' | 'signed';
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('jsonb', { nullable: true }) exam!: ReadingExam | null;
  @Column('jsonb', { nullable: true }) scan!: ReadingScan | null;
  @Column('timestamptz', { name: 'received_at', nullable: true }) receivedAt!: Date | null;
  @Column('jsonb') typed!: readonly TypedBefore[];
  @Column('jsonb', { nullable: true }) assessment!: ShownAssessment | null;
  @Column('text', { name: 'claimed_by', nullable: true }) claimedBy!: string | null;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt!: Date | null;
  @Column('integer', { name: 'review_version' }) reviewVersion!: number;
  @Column('jsonb', { nullable: true }) review!: ShownReview | null;
  @Column('boolean', { name: 'review_lapsed' }) reviewLapsed!: boolean;
  @Column('boolean', { name: 'signed_lapsed' }) signedLapsed!: boolean;
  @Column('text', { name: 'signed_by', nullable: true }) signedBy!: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt!: Date | null;
}
