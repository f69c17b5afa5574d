import { Injectable } from '@nestjs/common';
import type { ObjectRef } from '@osteon/contracts';
import { EventStore, managerTransaction } from '@osteon/event-store';
import { ObjectStore } from '@osteon/object-store';
import { Clock } from '@osteon/platform/clock';
import { DataSource } from 'typeorm';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { BegunAcquisition } from '../acquisition/acquisition.js';
import type { FiledInstance } from '../acquisition/acquisition.events.js';
import { gatewayContext } from '../acquisition/gateway-context.js';
import { correctIdentity, isIdentifiedAs, type Correction } from './correct-identity.js';
import { examIdentityOf } from './exam-identity.query.js';
import { examIdentity } from './exam-identity.js';
import { recordCorrection } from './record-correction.js';

/** Nothing of a study goes out while nobody can say whose it is. */
class ExamNotIdentified extends Error {}

/** A study's objects as archives get them: untouched, or as copies under their exam's identity where they name another. */
@Injectable()
export class Copies {
  constructor(
    private readonly store: EventStore,
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(study: BegunAcquisition, instances: readonly FiledInstance[]): Promise<Buffer[]> {
    const files = await Promise.all(instances.map(({ object }) => this.objects.get(object.key)));
    const corrected = study.correction ?? (await this.correct(study, files));
    if (!corrected) return files;
    const correction = await this.read(study, corrected);
    return files.map((file) => correctIdentity(file, correction));
  }

  /** Fixes the identity where one of the objects needs it; what another copy of this service has fixed meanwhile stands. */
  private async correct(study: BegunAcquisition, files: readonly Buffer[]): Promise<BegunAcquisition['correction']> {
    if (study.match.state !== 'matched') throw new ExamNotIdentified(study.acquisitionId);
    const identity = await examIdentityOf(managerTransaction(this.database.manager), study.match.examId);
    if (!identity) throw new ExamNotIdentified(study.match.examId);
    if (files.every((file) => isIdentifiedAs(file, identity))) return undefined;
    const kept = await this.objects.putJson('modality-gateway', examIdentity, identity);
    return this.record(study.acquisitionId, kept);
  }

  private async record(acquisitionId: string, identity: ObjectRef): Promise<BegunAcquisition['correction']> {
    const asked = gatewayContext(this.clock.iso(), acquisitionId);
    const { state } = await this.store.decide(acquisitions, acquisitionId, (study, context) => recordCorrection(study, identity, context), asked);
    return state.status === 'none' ? undefined : state.correction;
  }

  private async read({ match, deviceId }: BegunAcquisition, corrected: NonNullable<BegunAcquisition['correction']>): Promise<Correction> {
    return {
      identity: await this.objects.getJson(corrected.identity.key, examIdentity),
      modifiedAt: corrected.correctedAt,
      reason: match.state === 'matched' && match.by === 'hand' ? 'CORRECT' : 'COERCE',
      sourceOfPreviousValues: deviceId.replaceAll('\\', ' ').slice(0, 64),
    };
  }
}
