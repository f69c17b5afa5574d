import type { ObjectRef } from '@osteon/contracts';
import type { Context } from '@osteon/identity';
import type { Acquisition } from '../acquisition/acquisition.js';
import type { IdentityCorrected } from '../acquisition/acquisition.events.js';

/** The identity under which a study's copies go out is fixed once: each attempt, to each archive, sends the same. */
export const recordCorrection = (study: Acquisition, identity: ObjectRef, { at }: Context): IdentityCorrected[] =>
  study.status === 'none' || study.match.state !== 'matched' || study.correction
    ? []
    : [{ type: 'IdentityCorrected', data: { identity, correctedAt: at } }];
