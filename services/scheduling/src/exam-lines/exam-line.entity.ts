import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Schedule } from '../exam/exam.events.js';

/** One exam in the schedule. */
@Entity('exam_lines')
export class ExamLineRow {
  @PrimaryColumn('uuid', { name: 'exam_id' }) examId!: string;
  @Column('text', { name: 'facility_id' }) facilityId!: string;
  @Column('uuid', { name: 'patient_id' }) patientId!: string;
  @Column('integer') version!: number;
  @Column('text', { name: 'accession_number' }) accessionNumber!: string;
  @Column('text', { name: 'study_instance_uid' }) studyInstanceUID!: string;
  @Column('timestamptz', { name: 'scheduled_at' }) scheduledAt!: Date;
  @Column('text') zone!: string;
  /** YYYY-MM-DD in the facility's zone. */
  @Column('date') day!: string;
  @Column('jsonb') schedule!: Schedule;
  @Column('jsonb') flags!: string[];
}
