import { Injectable } from '@nestjs/common';
import { EventStore, Refusal, type Told, type Transaction, type Unit } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Clock } from '../clock/index.js';
import { Problem } from '../http/problem.js';
import { beginOperation, endOperation, failOperation, operations, type Counts, type OperationKind, type Target } from './operation.js';

/** What every order of an operation may bring: an id of its own, under which it is carried out once and can be followed, and why. */
export const operationOrder = {
  operationId: z.uuid().optional(),
  reason: z.string().trim().min(1).max(500).optional(),
};

/** An order to change something. */
export interface Ordered {
  readonly operationId?: string;
  readonly what: OperationKind;
  readonly target: Target;
  readonly reason?: string;
  /** Absent: the whole network. */
  readonly facilityId?: string;
}

const PROGRESS_EVERY_MS = 500;

const tellProgress = `
  insert into operation_progress (operation_id, done) values ($1, $2)
  on conflict (operation_id) do update set done = excluded.done, told_at = clock_timestamp()`;

/** A code for why it was broken off; the error's own words can repeat values. */
const whyOf = (error: unknown): string => {
  if (error instanceof Refusal || error instanceof Problem) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
};

/** Makes each operation that changes something a fact of its own: who had what done to what, when, why, and what came of it. */
@Injectable()
export class OperationLog {
  constructor(
    private readonly store: EventStore,
    private readonly sql: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Records the order, does the work, and records what came of it. Work may take long: it tells how far it is. What it throws is
   * recorded by its code and thrown on. Refuses OPERATION_KNOWN where the id was used before.
   */
  async carryOut<T extends object>(ordered: Ordered, ask: Context, work: (told: Told) => Promise<T>, countsOf: (done: T) => Counts): Promise<T> {
    const id = ordered.operationId ?? newId();
    await this.store.transact(ask, (unit) => this.begin(unit, id, ordered));
    const progress = this.progress(id);
    try {
      const done = await work(progress.tell);
      await progress.settled();
      await this.store.decide(operations, id, (operation) => endOperation(operation, countsOf(done)), this.now(ask));
      return done;
    } catch (failed) {
      await progress.settled();
      // Where even that cannot be stored, an operation without an outcome says so.
      await this.store.decide(operations, id, (operation) => failOperation(operation, whyOf(failed)), this.now(ask)).catch(() => undefined);
      throw failed;
    }
  }

  /** The same for what is one decision: order and outcome are stored with it, or not at all. */
  async recordIn(unit: Unit, ordered: Ordered, counts: Counts): Promise<void> {
    const id = ordered.operationId ?? newId();
    await this.begin(unit, id, ordered);
    await unit.decide(operations, id, (operation) => endOperation(operation, counts));
  }

  private now(ask: Context): Context {
    return { ...ask, at: this.clock.iso() };
  }

  private async begin(unit: Unit, id: string, { what, target, reason, facilityId = '*' }: Ordered): Promise<void> {
    await unit.decide(operations, id, (operation) => beginOperation(operation, { what, target, facilityId, reasoned: reason !== undefined }));
    if (reason !== undefined) await unit.tx.query('insert into operation_reasons (operation_id, reason) values ($1, $2)', [id, reason]);
  }

  /** Shown only: where it cannot be written the operation goes on. */
  private progress(id: string): { readonly tell: Told; readonly settled: () => Promise<void> } {
    let toldAt = Date.now();
    let writing: Promise<unknown> = Promise.resolve();
    return {
      tell: (done) => {
        if (Date.now() - toldAt < PROGRESS_EVERY_MS) return;
        toldAt = Date.now();
        writing = this.sql.query(tellProgress, [id, done]).catch(() => undefined);
      },
      settled: async () => {
        await writing;
      },
    };
  }
}
