import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { scheduling } from '@osteon/contracts';
import { EventStore } from '@osteon/event-store';
import type { Context } from '@osteon/identity';
import { DataSource, In } from 'typeorm';
import { z } from 'zod';
import { Allow, Asked, IfMatch } from '../../http/index.js';
import { DeskLine } from './desk-line.entity.js';
import { claimDesk, desks } from './desk.js';

const wanted = z.strictObject({ facilityId: z.string().min(1), patientId: z.uuid() });
const examId = z.uuid();

@Controller('desks')
export class ClaimDeskController {
  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
  ) {}

  @Put(':examId')
  @Allow('read-exam')
  async claim(
    @Param('examId', { schema: examId }) id: string,
    @Body({ schema: wanted }) body: z.infer<typeof wanted>,
    @Asked() ask: Context,
  ) {
    const { state, version } = await this.store.decide(desks, id, (desk, context) => claimDesk(desk, body, context), ask);
    return { ...state, version };
  }

  @Put(':examId/again')
  @Allow('read-exam')
  async again(
    @Param('examId') id: string,
    @Body({ schema: wanted }) body: z.infer<typeof wanted>,
    @IfMatch() seen: number,
    @Asked() ask: Context,
  ) {
    const { version } = await this.store.decide(desks, id, (desk, context) => claimDesk(desk, body, context), ask, seen);
    return { version };
  }

  @Get()
  @Allow('see-reading-list')
  async list(@Asked() { by }: Context) {
    const facilities = by.facilitiesFor('see-reading-list');
    const where = facilities === 'all' ? {} : { facilityId: In([...facilities]) };
    return { lines: await this.database.getRepository(DeskLine).find({ where, order: { examId: 'ASC' } }) };
  }

  @Put('patients/:patientId')
  @Allow('schedule-exam')
  async patient(
    @Param('patientId') id: string,
    @Body({ schema: scheduling.Patient.schema }) patient: scheduling.PatientV1,
    @Asked() ask: Context,
  ) {
    await this.store.transact(ask, async (unit) => {
      unit.publish({ contract: scheduling.Patient, key: id, data: patient, version: patient.version });
    });
    return { version: patient.version };
  }

  @Get('broken')
  @Allow('see-reading-list')
  broken(): never {
    throw new Error('Ms Okafor broke it');
  }
}
