import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Context } from '@osteon/identity';
import { Allow, Asked } from '@osteon/platform/http';
import { CandidateExams } from './candidate-exams.query.js';

@Controller('acquisitions')
export class CandidateExamsController {
  constructor(private readonly exams: CandidateExams) {}

  @Get(':acquisitionId/candidates')
  @Allow('match-study')
  async list(@Param('acquisitionId', ParseUUIDPipe) acquisitionId: string, @Asked() { by }: Context) {
    return { candidates: await this.exams.of(acquisitionId, by.facilitiesFor('match-study')) };
  }
}
