import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { scheduling } from '@osteon/contracts';
import { parseMessage, sendMllp, writeMessage } from '@osteon/hl7';
import { Loops } from '@osteon/platform/loops';
import { ServiceConfig, type ConfigOf } from '@osteon/platform/service';
import { Attempts, type Route } from '../attempt-delivery/attempts.sender.js';
import { ReportDocumentsQuery } from '../attempt-delivery/report-documents.query.js';
import type { deliveryConfig } from '../config.js';
import { controlIdOf } from '../delivery/delivery-id.js';
import { outcomeOfMllp } from './outcome-of-ack.js';
import { oruMessage } from './oru-message.js';

/** Sends ORU^R01 over MLLP to the facility's record systems. */
@Injectable()
export class SendToEmr implements OnApplicationBootstrap {
  constructor(
    private readonly attempts: Attempts,
    private readonly documents: ReportDocumentsQuery,
    private readonly loops: Loops,
    @Inject(ServiceConfig) private readonly config: ConfigOf<typeof deliveryConfig>,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('send-to-emr', { everyMs: 200 }, (lost) => this.attempts.round(this.route, lost));
  }

  private readonly route: Route<scheduling.SiteReceiver> = {
    kind: 'emr',
    peerOf: (site, id) => site.receivers.find((receiver) => receiver.id === id),
    make: async ({ deliveryId, report, peer, at }) => {
      const controlId = controlIdOf(deliveryId);
      const message = oruMessage({ documents: await this.documents.of(report), receiver: peer, controlId, at });
      return { identity: controlId, bytes: writeMessage(message), mediaType: 'application/hl7-v2' };
    },
    send: async ({ host, port }, bytes) =>
      outcomeOfMllp(await sendMllp({ host, port }, bytes, { timeoutMs: this.config.answerTimeoutMs }), (answer) => parseMessage(answer, '8859/1')),
  };
}
