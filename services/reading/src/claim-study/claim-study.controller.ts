import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { rememberReader } from '../studies-to-read/readers.state.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { claimStudy } from './claim-study.js';

@Controller('studies-to-read')
export class ClaimStudyController {
  constructor(private readonly store: EventStore) {}

  @Post(':examId/claim')
  @HttpCode(200)
  @Allow('read-exam')
  async claim(@Param('examId', ParseUUIDPipe) examId: string, @Asked() ask: Context, @IfMatch() seen: number) {
    const { version, state } = await this.store.transact(ask, async (unit) => {
      await rememberReader(unit.tx, ask.by);
      return unit.decide(studyToRead, examId, claimStudy, seen);
    });
    return { version, state: state.status, claimedBy: { userId: ask.by.userId, name: ask.by.name } };
  }
}
