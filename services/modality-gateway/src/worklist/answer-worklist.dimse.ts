import { Injectable } from '@nestjs/common';
import { encodeKeywords, Status, TransferSyntax, type FindAnswer, type Keywords, type Query } from '@osteon/dicom';
import { Log } from '@osteon/platform/log';
import type { KnownDevice } from '../device/resolve-device.js';
import { answerEntry } from './answer-entry.js';
import { matchesEntry } from './match-entry.js';
import { worklistQuery } from './worklist-query.js';
import { Worklist } from './worklist.query.js';

/** Answers C-FIND on the Modality Worklist (PS3.4 annex K). */
@Injectable()
export class AnswerWorklist {
  constructor(
    private readonly worklist: Worklist,
    private readonly log: Log,
  ) {}

  async *find({ association, identifier, cancelled }: Query<KnownDevice>): AsyncIterable<FindAnswer> {
    const { device } = association.peer;
    const query = worklistQuery(identifier);
    const status = query.hasUnmatchedKey ? Status.PendingWithWarning : Status.Pending;
    let answered = 0;
    for (const entry of await this.worklist.open(association.peer, query)) {
      if (cancelled.aborted) return;
      if (!matchesEntry(entry, query, device)) continue;
      const answer = answerEntry(entry, query, device);
      if (!this.canBeSaid(answer, entry.examId)) continue;
      yield { status, identifier: answer };
      answered += 1;
    }
    this.log.event('worklist-asked', { deviceId: device.id, answered });
  }

  /** A name that the device's character set cannot say is not sent garbled: the item is held, and operations see why. */
  private canBeSaid(answer: Keywords, examId: string): boolean {
    try {
      encodeKeywords(answer, TransferSyntax.ExplicitVRLittleEndian);
      return true;
    } catch (error) {
      this.log.problem('worklist-item-held', error, { examId });
      return false;
    }
  }
}
