import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The latest word of one receiver on an exam's report. */
@Entity('exam_line_deliveries')
export class ExamDeliveryRow {
  @PrimaryColumn('uuid', { name: 'exam_id' }) examId!: string;
  @PrimaryColumn('text') destination!: string;
  @Column('text') kind!: 'emr' | 'pacs';
  @Column('integer') revision!: number;
  @Column('text') state!: 'delivered' | 'refused' | 'uncertain';
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz') at!: Date;
}
