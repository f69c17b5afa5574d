import { Injectable } from '@nestjs/common';
import { encodeKeywords, Status, TransferSyntax, type FindAnswer, type Keywords, type Query } from '@osteon/dicom';
import { Log } from '@osteon/platform/log';
import type { KnownDevice } from '../device/resolve-device.js';
import { answerEntry } from './answer-entry.js';
import { matchesEntry } from './match-entry.js';
import { worklistQuery } from './worklist-query.js';
import { Worklist, type HeldItem } from './worklist.query.js';

/** Answers C-FIND on the Modality Worklist (PS3.4 annex K). */
@Injectable()
export class AnswerWorklist {
  /** What each held item was last said to wait for: devices ask again every few seconds. */
  private readonly said = new Map<string, string>();

  constructor(
    private readonly worklist: Worklist,
    private readonly log: Log,
  ) {}

  async *find({ association, identifier, cancelled }: Query<KnownDevice>): AsyncIterable<FindAnswer> {
    const { device } = association.peer;
    const query = worklistQuery(identifier);
    const status = query.hasUnmatchedKey ? Status.PendingWithWarning : Status.Pending;
    let answered = 0;
    for await (const item of this.worklist.open(association.peer, query)) {
      if (cancelled.aborted) return;
      if ('held' in item) this.hold(item.held, device.id);
      else if (matchesEntry(item.entry, query, device)) {
        const answer = this.answer(answerEntry(item.entry, query, device), item.entry.examId, device.id);
        if (answer === undefined) continue;
        yield { status, identifier: answer };
        answered += 1;
      }
    }
    this.log.event('worklist-asked', { deviceId: device.id, answered });
  }

  /** A name that the device's character set cannot say is not sent garbled. */
  private answer(answer: Keywords, examId: string, deviceId: string): Keywords | undefined {
    try {
      encodeKeywords(answer, TransferSyntax.ExplicitVRLittleEndian);
      this.said.delete(examId);
      return answer;
    } catch (error) {
      this.hold({ examId, lacks: [error instanceof Error ? error.name : 'Error'] }, deviceId);
      return undefined;
    }
  }

  /** Why an exam is not shown is for operations to find, once for each reason. */
  private hold({ examId, lacks }: HeldItem, deviceId: string): void {
    const why = lacks.join();
    if (this.said.get(examId) === why) return;
    this.said.set(examId, why);
    this.log.warning('worklist-item-held', { examId, deviceId, why });
  }
}
