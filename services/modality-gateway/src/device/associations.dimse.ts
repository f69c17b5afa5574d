import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { listen, Rejection, Status, type Admission, type AssociationRequest, type AssociationServer } from '@osteon/dicom';
import { managerTransaction } from '@osteon/event-store';
import { sitesReplica } from '@osteon/messaging';
import { Log } from '@osteon/platform/log';
import { ServiceConfig } from '@osteon/platform/service';
import { DataSource } from 'typeorm';
import { CommitStorage } from '../commit-storage/commit-storage.dimse.js';
import type { GatewayConfig } from '../config.js';
import { AssociationDesk } from './association-desk.dimse.js';
import { resolveDevice, type KnownDevice } from './resolve-device.js';

const rejections = {
  CALLED_AE_TITLE: Rejection.CalledAETitleNotRecognized,
  CALLING_AE_TITLE: Rejection.CallingAETitleNotRecognized,
  AMBIGUOUS: Rejection.NoReasonGiven,
} as const;

/** Listens for densitometers: who may associate, and which part of the service answers what they say. */
@Injectable()
export class Associations implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server?: AssociationServer;

  constructor(
    @Inject(ServiceConfig) private readonly config: GatewayConfig,
    private readonly database: DataSource,
    private readonly desk: AssociationDesk,
    private readonly committing: CommitStorage,
    private readonly log: Log,
  ) {}

  /** Where it listens; the configured port, or the one that was free. */
  get port(): number {
    return this.server?.port ?? this.config.dicomPort;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { dicomHost, dicomPort } = this.config;
    this.server = await listen<KnownDevice>({
      host: dicomHost,
      port: dicomPort,
      handlers: {
        associate: (request) => this.associate(request),
        echo: () => Promise.resolve(Status.Success),
        find: (query) => this.desk.find(query),
        store: (instance) => this.desk.store(instance),
        createStep: (step) => this.desk.createStep(step),
        setStep: (step) => this.desk.setStep(step),
        commit: (request) => this.committing.commit(request),
        closed: ({ id }) => this.desk.closed(id),
        failed: (error, { id }) => this.log.problem('dimse-failed', error, { associationId: id }),
      },
    });
    this.log.event('dicom-listening', { port: this.server.port });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.stop();
  }

  private async associate(request: AssociationRequest): Promise<Admission<KnownDevice>> {
    const resolved = resolveDevice(await sitesReplica.all(managerTransaction(this.database.manager)), request);
    if ('known' in resolved) return { accept: true, peer: resolved.known };
    this.log.event('association-rejected', { associationId: request.id, reason: resolved.unknown });
    return { reject: rejections[resolved.unknown] };
  }
}
