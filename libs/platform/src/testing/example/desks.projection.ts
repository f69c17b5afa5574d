import { projection } from '@osteon/event-store';
import { desks } from './desk.js';

export const desksProjection = projection(desks, 'desks', ['desks'], {
  DeskClaimed: (tx, { id, at, event: { data } }) =>
    tx.query('insert into desks (exam_id, facility_id, reader_id, claimed_at) values ($1, $2, $3, $4)', [
      id,
      data.facilityId,
      data.readerId,
      at,
    ]),
});
