import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { sides, sites, valueFields } from '@osteon/contracts';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { ObjectStore } from '@osteon/object-store';
import { Allow, Asked, IfMatch } from '@osteon/platform/http';
import { z } from 'zod';
import { rememberReader } from '../studies-to-read/readers.state.js';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { typedReason } from './typed-reason.js';
import { typable, typeValues } from './type-values.js';

const typedBody = z.strictObject({
  values: z
    .array(
      z.strictObject({
        site: z.enum(sites),
        side: z.enum(sides).optional(),
        region: z.string().min(1).max(40),
        /** Of a T-score: the sex of its reference population, where the page says it. */
        against: z.enum(['female', 'male']).optional(),
        field: z.enum(valueFields),
        /** In the unit of the field; null takes the value away. */
        value: z.number().nullable(),
      }),
    )
    .min(1)
    .max(200),
  reason: z.string().trim().min(1).max(500),
});

type TypedBody = z.infer<typeof typedBody>;

@Controller('studies-to-read')
export class TypeValuesController {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
  ) {}

  /** Types or corrects values of an exam that is not signed; what the device sent is kept beside them. */
  @Post(':examId/values')
  @HttpCode(200)
  @Allow('type-values')
  async type(@Param('examId', ParseUUIDPipe) examId: string, @Body({ schema: typedBody }) { values, reason }: TypedBody, @Asked() ask: Context, @IfMatch() seen: number) {
    typable((await this.store.load(studyToRead, examId)).state, values, ask);
    const kept = await this.objects.putJson('reading', typedReason, { words: reason });
    const { version, state } = await this.store.transact(ask, async (unit) => {
      await rememberReader(unit.tx, ask.by);
      return unit.decide(studyToRead, examId, (study, context) => typeValues(study, { values, reason: kept }, context), seen);
    });
    return { version, state: state.status };
  }
}
