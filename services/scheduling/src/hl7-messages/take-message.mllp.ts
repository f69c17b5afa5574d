import { Inject, Injectable } from '@nestjs/common';
import { EventStore, managerTransaction, Refusal } from '@osteon/event-store';
import { answersTo, headerOf, Hl7Error, rejectUnreadable, writeMessage, type Message, type Problem } from '@osteon/hl7';
import { system, type Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { appliedSites } from '../site/sites.query.js';
import { hearMessage, problemOf, type HeardMessage, type No } from './hear-message.js';
import { countCopy, isIdReused, keepMessage, type KeptMessage } from './hl7-message.state.js';
import { messageHead } from './message-head.js';
import { refusalProblem } from './refusal-problem.js';
import { TRIGGERS, type Trigger } from './trigger.js';

/** What is known of a message, whatever becomes of it. */
type Arrived = Omit<KeptMessage, 'outcome' | 'answer' | 'problem' | 'flags' | 'examIds'>;

type Readable = Extract<HeardMessage, { readonly message: Message }>;

const isReadable = (heard: HeardMessage): heard is Readable => 'message' in heard;

/** Takes one HL7 message: keeps it, has it carried out in one transaction, and answers only after the commit. */
@Injectable()
export class TakeMessage {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
    @Inject(TRIGGERS) private readonly triggers: readonly Trigger[],
  ) {}

  /** The answers in order, as bytes; none where the sender wants none. Throws where the message could not be kept. */
  async answer(bytes: Buffer, address: string): Promise<Buffer[]> {
    const at = this.clock.iso();
    const head = messageHead(bytes);
    return head ? this.answerMessage(bytes, address, { at, head }) : this.answerBytes(bytes, address, at);
  }

  private async answerMessage(bytes: Buffer, address: string, { at, head }: { at: string; head: Message }): Promise<Buffer[]> {
    const sites = await appliedSites(managerTransaction(this.database.manager));
    const heard = hearMessage(bytes, head, { sites, address, triggers: this.triggers });
    const { type, event, sendingApplication, sendingFacility, controlId } = headerOf(head);
    const arrived: Arrived = {
      ...(await this.arrive(bytes, address, at)),
      ...{ sendingApplication, sendingFacility, controlId, messageType: `${type}^${event}` },
      senderId: heard.heard?.sender.id,
      facilityId: heard.heard?.site.facilityId,
    };
    const no = isReadable(heard) ? await this.carryOut(arrived, heard) : heard.no;
    if (no) await this.keepNo(arrived, no, 'refused');
    const verdict = no ? { code: no.answer, problems: [no.problem], at } : { code: 'AA' as const, at };
    return answersTo(isReadable(heard) ? heard.message : head, verdict, heard.heard?.sender.ackMode).map(writeMessage);
  }

  private async answerBytes(bytes: Buffer, address: string, at: string): Promise<Buffer[]> {
    const problem: Problem = { code: '100', location: 'MSH', text: 'this is no HL7 message' };
    await this.keepNo(await this.arrive(bytes, address, at), { answer: 'AR', problem }, 'unreadable');
    return [writeMessage(rejectUnreadable(problem, at))];
  }

  private async arrive(bytes: Buffer, address: string, receivedAt: string): Promise<Arrived> {
    const { key } = await this.objects.put('scheduling', bytes, 'x-application/hl7-v2+er7');
    const unknown = { sendingApplication: '', sendingFacility: '', controlId: '', messageType: '' };
    return { messageId: newId(), correlationId: newId(), receivedAt, address, objectKey: key, sha256: key.replace(/^.*\//, ''), ...unknown };
  }

  /** The same message again has no second effect, and gets the same answer. */
  private async carryOut(arrived: Arrived, { message, heard, trigger }: Readable): Promise<No | undefined> {
    try {
      await this.store.transact(this.context(arrived), async (unit) => {
        if (await countCopy(unit.tx, arrived, arrived.receivedAt)) return;
        const { outcome, flags, examIds } = await trigger.take(unit, message, heard);
        const odd = (await isIdReused(unit.tx, arrived)) ? ['MESSAGE_ID_REUSED'] : [];
        await keepMessage(unit.tx, { ...arrived, outcome, answer: 'AA', flags: [...odd, ...flags], examIds });
      });
      return undefined;
    } catch (error) {
      if (error instanceof Hl7Error) return { answer: 'AE', problem: problemOf(error) };
      if (error instanceof Refusal) return { answer: 'AE', problem: refusalProblem(error, message) };
      throw error;
    }
  }

  private async keepNo(arrived: Arrived, { answer, problem }: No, outcome: 'refused' | 'unreadable'): Promise<void> {
    const kept = { ...arrived, outcome, answer, problem, flags: [], examIds: [] };
    await this.store.transact(this.context(arrived), (unit) => keepMessage(unit.tx, kept));
  }

  private context({ receivedAt, senderId, correlationId }: Arrived): Context {
    return { at: receivedAt, by: system(senderId ?? 'hl7'), correlationId };
  }
}
