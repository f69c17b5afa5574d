import type { AssociationHandlers, FindAnswer, IncomingInstance, Query } from './handlers.js';
import type { IncomingFile } from './incoming-file.js';
import { Status } from './status.table.js';

/**
 * Runs a store handler beside the reception: its status, a failure where it throws. One that says success without having
 * read the whole file is not believed.
 */
export const runStore = async <Peer>(
  handlers: AssociationHandlers<Peer>,
  instance: IncomingInstance<Peer> & { readonly file: IncomingFile },
): Promise<number> => {
  const { file } = instance;
  try {
    const status = (await handlers.store?.(instance)) ?? Status.ProcessingFailure;
    return status === Status.Success && !file.readableEnded ? Status.ProcessingFailure : status;
  } catch (error) {
    handlers.failed?.(error, instance.association);
    return Status.ProcessingFailure;
  } finally {
    file.resume();
  }
};

/** Runs a find handler and says its matches one by one: the last status, a failure where it or an answer throws. */
export const runFind = async <Peer>(
  handlers: AssociationHandlers<Peer>,
  query: Query<Peer>,
  say: (match: FindAnswer) => Promise<void>,
): Promise<number> => {
  try {
    for await (const match of handlers.find?.(query) ?? []) {
      if (query.cancelled.aborted) return Status.Cancel;
      await say(match);
    }
    return query.cancelled.aborted ? Status.Cancel : Status.Success;
  } catch (error) {
    handlers.failed?.(error, query.association);
    return Status.UnableToProcess;
  }
};
