import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptRow, ShownOutcome } from './delivery-row.js';

/** One attempt to deliver; while it is under way it has no end. */
@Entity('delivery_attempts')
export class AttemptEntity implements AttemptRow {
  @PrimaryColumn('uuid', { name: 'delivery_id' }) deliveryId!: string;
  @PrimaryColumn('integer') attempt!: number;
  @Column('text', { name: 'facility_id' }) facilityId!: string;
  @Column('text') identity!: string;
  @Column('timestamptz', { name: 'begun_at' }) begunAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text') outcome!: ShownOutcome;
  @Column('text', { nullable: true }) answer!: string | null;
}
