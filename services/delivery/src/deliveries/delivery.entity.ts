import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryStatus } from '../delivery/delivery.js';
import type { DeliveryRow } from './delivery-row.js';

/** Where one report stands at one destination. */
@Entity('deliveries')
export class DeliveryEntity implements DeliveryRow {
  @PrimaryColumn('uuid', { name: 'delivery_id' }) deliveryId!: string;
  @Column('uuid', { name: 'exam_id' }) examId!: string;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'facility_id' }) facilityId!: string;
  @Column('uuid', { name: 'patient_id' }) patientId!: string;
  @Column('text') kind!: 'emr' | 'pacs';
  @Column('text', { name: 'destination_id' }) destinationId!: string;
  @Column('text') state!: DeliveryStatus;
  @Column('integer') version!: number;
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) identity!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt!: Date;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('text', { name: 'correlation_id' }) correlationId!: string;
}
