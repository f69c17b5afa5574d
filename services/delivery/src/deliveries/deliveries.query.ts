import { Injectable } from '@nestjs/common';
import { managerTransaction } from '@osteon/event-store';
import type { Facilities } from '@osteon/identity';
import { DataSource } from 'typeorm';
import type { Destination } from '../delivery/destination.js';
import { AttemptEntity } from './attempt.entity.js';
import { DeliveryEntity } from './delivery.entity.js';

/** A delivery that a sender has to do something about. */
export interface OpenDelivery {
  readonly deliveryId: string;
  readonly facilityId: string;
  readonly destinationId: string;
  readonly attempts: number;
  readonly correlationId: string;
}

const columns = `d.delivery_id as "deliveryId", d.facility_id as "facilityId", d.destination_id as "destinationId", d.attempts,
                 d.correlation_id as "correlationId"`;

/**
 * Due now, and first of its patient at this destination: a report waits while an earlier revision of it, or an earlier report of
 * the same patient, has not come to its end there. A parked one holds back its own patient only.
 */
const dueNow = `
  select ${columns}
    from deliveries d
   where d.kind = $1 and d.state in ('pending', 'uncertain') and d.due_at <= $2
     and not exists (
       select 1 from deliveries earlier
        where earlier.facility_id = d.facility_id and earlier.kind = d.kind and earlier.destination_id = d.destination_id
          and earlier.patient_id = d.patient_id and earlier.state in ('pending', 'attempting', 'uncertain', 'parked')
          and (earlier.planned_at, earlier.delivery_id) < (d.planned_at, d.delivery_id))
   order by d.planned_at, d.delivery_id
   limit 200`;

const underWay = `select ${columns} from deliveries d where d.kind = $1 and d.state = 'attempting' order by d.planned_at`;

/** Reads deliveries: for people, limited to their facilities; for senders, what is due. */
@Injectable()
export class DeliveriesQuery {
  constructor(private readonly database: DataSource) {}

  /** In the order in which they were planned. */
  ofExam(examId: string, facilities: Facilities): Promise<DeliveryEntity[]> {
    const found = this.database.getRepository(DeliveryEntity).createQueryBuilder('delivery').where('delivery.examId = :examId', { examId });
    const limited = facilities === 'all' ? found : found.andWhere('delivery.facilityId = any(:facilities)', { facilities });
    return limited.orderBy('delivery.plannedAt').addOrderBy('delivery.kind').addOrderBy('delivery.destinationId').getMany();
  }

  /** Not delivered: on their way, stopped, or nobody knows. */
  waiting(facilities: Facilities): Promise<DeliveryEntity[]> {
    const found = this.database.getRepository(DeliveryEntity).createQueryBuilder('delivery').where(`delivery.state <> 'delivered'`);
    const limited = facilities === 'all' ? found : found.andWhere('delivery.facilityId = any(:facilities)', { facilities });
    return limited.orderBy('delivery.plannedAt').addOrderBy('delivery.deliveryId').limit(200).getMany();
  }

  one(deliveryId: string): Promise<DeliveryEntity | null> {
    return this.database.getRepository(DeliveryEntity).findOneBy({ deliveryId });
  }

  attemptsOf(deliveryId: string): Promise<AttemptEntity[]> {
    return this.database.getRepository(AttemptEntity).find({ where: { deliveryId }, order: { attempt: 'ASC' } });
  }

  due(kind: Destination['kind'], now: string): Promise<OpenDelivery[]> {
    return managerTransaction(this.database.manager).query<OpenDelivery>(dueNow, [kind, now]);
  }

  /** Attempts without an outcome; between two rounds of a sender there is none, unless its process died in the middle. */
  underWay(kind: Destination['kind']): Promise<OpenDelivery[]> {
    return managerTransaction(this.database.manager).query<OpenDelivery>(underWay, [kind]);
  }
}
