import type { scheduling } from '@osteon/contracts';
import type { Source } from './source.js';

/** A scheduled exam as the worklist shows it, without demographics: those are the patient's, joined when asked. */
export interface WorklistItemAdded {
  readonly type: 'WorklistItemAdded';
  readonly data: scheduling.ExamScheduledV1 & { readonly source: Source };
}

/** The exam was scanned: the item leaves the worklist. */
export interface WorklistItemDone {
  readonly type: 'WorklistItemDone';
  readonly data: { readonly acquisitionId: string };
}

/** The scan that took it off was of the wrong entry: the item is on the worklist again. */
export interface WorklistItemReopened {
  readonly type: 'WorklistItemReopened';
  readonly data: { readonly acquisitionId: string };
}

/** The exam is not to take place: the item leaves the worklist, until it is scheduled again. */
export interface WorklistItemCancelled {
  readonly type: 'WorklistItemCancelled';
  readonly data: { readonly source: Source };
}

export type WorklistItemEvent = WorklistItemAdded | WorklistItemCancelled | WorklistItemDone | WorklistItemReopened;
