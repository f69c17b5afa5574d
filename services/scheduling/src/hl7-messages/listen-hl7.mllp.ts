import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { listenMllp, type MllpServer } from '@osteon/hl7';
import { Clock } from '@osteon/platform/clock';
import { Log } from '@osteon/platform/log';
import { ServiceConfig, type ConfigOf } from '@osteon/platform/service';
import type { schedulingConfig } from '../config.js';
import { notKept } from './not-kept.js';
import { TakeMessage } from './take-message.mllp.js';

/** Listens for HL7 v2 over MLLP for as long as the service runs; ends after the messages in hand are answered. */
@Injectable()
export class ListenHl7 implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server?: MllpServer;

  constructor(
    private readonly take: TakeMessage,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(ServiceConfig) private readonly config: ConfigOf<typeof schedulingConfig>,
  ) {}

  /** The port that is listened on, also where 0 was configured. */
  get port(): number {
    return this.server?.port ?? this.config.mllpPort;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.server = await listenMllp({
      host: this.config.mllpHost,
      port: this.config.mllpPort,
      onMessage: (bytes, { address }) => this.answer(bytes, address),
      onTrouble: (trouble, { address, connection }) => this.log.warning('mllp-connection-ended', { trouble, address, connection }),
    });
    this.log.event('mllp-listening', { port: this.port });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.close();
  }

  private async answer(bytes: Buffer, address: string): Promise<Buffer[]> {
    try {
      return await this.take.answer(bytes, address);
    } catch (error) {
      this.log.problem('hl7-message-not-kept', error);
      return notKept(bytes, this.clock.iso());
    }
  }
}
