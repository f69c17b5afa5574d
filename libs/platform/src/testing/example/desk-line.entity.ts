import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('desks')
export class DeskLine {
  @PrimaryColumn('uuid', { name: 'exam_id' })
  examId!: string;

  @Column('text', { name: 'facility_id' })
  facilityId!: string;

  @Column('text', { name: 'reader_id' })
  readerId!: string;
}
