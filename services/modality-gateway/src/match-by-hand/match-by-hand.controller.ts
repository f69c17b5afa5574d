import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { z } from 'zod';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import { finishScannedItem } from '../worklist-item/finish-scanned-item.sender.js';
import { chosenExam } from './chosen-exam.query.js';
import { matchByHand } from './match-by-hand.js';

const choice = z.strictObject({ examId: z.uuid() });

@Controller('acquisitions')
export class MatchByHandController {
  constructor(private readonly store: EventStore) {}

  /** From here on the study goes the way of one that was matched by itself: its numbers, its archive, the reading list. */
  @Post(':acquisitionId/match')
  @HttpCode(200)
  @Allow('match-study')
  match(
    @Param('acquisitionId', ParseUUIDPipe) acquisitionId: string,
    @Body({ schema: choice }) { examId }: z.infer<typeof choice>,
    @IfMatch() seen: number,
    @Asked() ask: Context,
  ) {
    return this.store.transact(ask, async (unit) => {
      const chosen = await chosenExam(unit.tx, examId, acquisitionId);
      const { state, version } = await unit.decide(acquisitions, acquisitionId, (study, context) => matchByHand(study, chosen, context), seen);
      await finishScannedItem(unit, state);
      return { acquisitionId, examId, version };
    });
  }
}
