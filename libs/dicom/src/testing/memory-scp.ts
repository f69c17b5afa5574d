import { buffer } from 'node:stream/consumers';
import { listen, type AssociationServer, type Limits } from '../associations/listen.js';
import type { AssociationHandlers, FindAnswer, Query } from '../associations/handlers.js';
import { Rejection } from '../associations/status.table.js';

/** A listener that keeps what it gets, for tests: AE title OSTEON, knows IDXA1 only. */
export interface MemoryScp {
  readonly server: AssociationServer;
  readonly files: Map<string, Buffer>;
  readonly queries: Query<string>[];
  readonly admitted: string[];
  readonly endings: string[];
  readonly failures: unknown[];
}

export const memoryScp = async (
  more: { limits?: Partial<Limits>; answers?: readonly FindAnswer[]; handlers?: Partial<AssociationHandlers<string>> } = {},
): Promise<MemoryScp> => {
  const files = new Map<string, Buffer>();
  const queries: Query<string>[] = [];
  const admitted: string[] = [];
  const endings: string[] = [];
  const failures: unknown[] = [];
  const handlers: AssociationHandlers<string> = {
    associate: ({ callingAETitle, calledAETitle }) => {
      if (calledAETitle !== 'OSTEON') return { reject: Rejection.CalledAETitleNotRecognized };
      if (!callingAETitle.startsWith('IDXA')) return { reject: Rejection.CallingAETitleNotRecognized };
      admitted.push(callingAETitle);
      return { accept: true, peer: callingAETitle };
    },
    store: async ({ SOPInstanceUID, file }) => {
      files.set(SOPInstanceUID, await buffer(file));
      return 0;
    },
    find: async function* (query) {
      queries.push(query);
      yield* more.answers ?? [];
    },
    closed: (_association, ending) => endings.push(ending),
    failed: (error) => failures.push(error),
    ...more.handlers,
  };
  const server = await listen({ host: '127.0.0.1', port: 0, limits: more.limits, handlers });
  return { server, files, queries, admitted, endings, failures };
};
