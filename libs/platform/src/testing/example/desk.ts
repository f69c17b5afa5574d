import { reading } from '@osteon/contracts';
import { message, refusals, refuse, type Aggregate } from '@osteon/event-store';
import type { Context } from '@osteon/identity';

export interface DeskClaimed {
  readonly type: 'DeskClaimed';
  readonly data: { readonly facilityId: string; readonly patientId: string; readonly readerId: string };
}

export interface DeskNoticed {
  readonly type: 'DeskNoticed';
  readonly data: { readonly subject: string; readonly heardVersion: number };
}

export type DeskEvent = DeskClaimed | DeskNoticed;

export type Desk =
  | { readonly status: 'free' }
  | { readonly status: 'taken'; readonly facilityId: string; readonly readerId: string; readonly heardVersion: number };

export const deskRefusals = refusals({
  DESK_TAKEN: { kind: 'conflict', sentence: 'Somebody else reads this exam.' },
  DESK_ELSEWHERE: { kind: 'forbidden', sentence: 'You do not read at this facility.' },
});

const evolve = (desk: Desk, event: DeskEvent): Desk => {
  switch (event.type) {
    case 'DeskClaimed':
      return { status: 'taken', facilityId: event.data.facilityId, readerId: event.data.readerId, heardVersion: 0 };
    case 'DeskNoticed':
      return desk.status === 'taken' ? { ...desk, heardVersion: event.data.heardVersion } : desk;
  }
};

/** The smallest aggregate that shows the whole way: one exam and who reads it. */
export const desks: Aggregate<Desk, DeskEvent> = {
  name: 'desk',
  initial: { status: 'free' },
  evolve,
  facilityOf: (desk) => (desk.status === 'taken' ? desk.facilityId : ''),
  published: {
    DeskClaimed: ({ id, at, event: { data } }) =>
      message(reading.ReadingStarted, {
        examId: id,
        facilityId: data.facilityId,
        patientId: data.patientId,
        readerId: data.readerId,
        startedAt: at,
      }),
  },
};

/** A physician takes an exam. Taking it twice is harmless. */
export const claimDesk = (desk: Desk, wanted: { facilityId: string; patientId: string }, { by }: Context): DeskClaimed[] => {
  if (!by.may('read-exam', wanted.facilityId)) refuse(deskRefusals.DESK_ELSEWHERE);
  if (desk.status === 'taken' && desk.readerId === by.userId) return [];
  if (desk.status === 'taken') refuse(deskRefusals.DESK_TAKEN, { readerId: desk.readerId });
  return [{ type: 'DeskClaimed', data: { ...wanted, readerId: by.userId } }];
};

/** What is heard of a desk is noted once, however often it comes. */
export const noticeDesk = (desk: Desk, from: { subject: string; streamVersion: number }): DeskNoticed[] => {
  if (desk.status !== 'taken' || from.streamVersion <= desk.heardVersion) return [];
  return [{ type: 'DeskNoticed', data: { subject: from.subject, heardVersion: from.streamVersion } }];
};
