import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that has happened to an exam. */
@Entity('exam_line_steps')
export class ExamStepRow {
  @PrimaryColumn('uuid', { name: 'exam_id' }) examId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') name!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') by!: string;
  @Column('text', { nullable: true }) detail!: string | null;
}
