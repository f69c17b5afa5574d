import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { scheduling } from '@osteon/contracts';
import { store, textOf, writePart10 } from '@osteon/dicom';
import { Loops } from '@osteon/platform/loops';
import { ServiceConfig, type ConfigOf } from '@osteon/platform/service';
import { Attempts, type Route } from '../attempt-delivery/attempts.sender.js';
import { ReportDocumentsQuery } from '../attempt-delivery/report-documents.query.js';
import type { deliveryConfig } from '../config.js';
import { outcomeOfStore } from './outcome-of-store.js';
import { reportObject } from './report-object.js';

/** An archive of a facility, and the authority of that facility's patient numbers. */
type Archive = scheduling.SiteArchive & { readonly authority: string };

/** Sends the report as Encapsulated PDF by C-STORE to the facility's archives. */
@Injectable()
export class SendToPacs implements OnApplicationBootstrap {
  constructor(
    private readonly attempts: Attempts,
    private readonly documents: ReportDocumentsQuery,
    private readonly loops: Loops,
    @Inject(ServiceConfig) private readonly config: ConfigOf<typeof deliveryConfig>,
  ) {}

  onApplicationBootstrap(): void {
    this.loops.start('send-to-pacs', { everyMs: 200 }, (lost) => this.attempts.round(this.route, lost));
  }

  private readonly route: Route<Archive> = {
    kind: 'pacs',
    peerOf: ({ archives, assigningAuthority: authority }, id) => {
      const archive = archives.find((each) => each.id === id);
      return archive && { ...archive, authority };
    },
    make: async ({ report, peer }) => {
      const object = reportObject(await this.documents.of(report), peer.authority);
      return { identity: textOf(object, 'SOPInstanceUID') ?? '', bytes: writePart10(object), mediaType: 'application/dicom' };
    },
    send: async ({ host, port, aeTitle: calledAETitle, callingAETitle }, bytes) => {
      const times = { idle: this.config.answerTimeoutMs };
      const [outcome] = await store({ host, port, calledAETitle, callingAETitle, times }, [bytes]);
      return outcome === undefined ? { kind: 'uncertain', why: 'no outcome' } : outcomeOfStore(outcome);
    },
  };
}
