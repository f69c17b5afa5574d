import type { scheduling } from '@osteon/contracts';
import type { Message } from '@osteon/hl7';
import { firstFilled } from '../hl7-fields/first-filled.js';

const BONE_MINERAL_DENSITOMETRY = 'BMD';

/** The modality an order is for, and whether a densitometer of the facility answers to it. */
export interface OrderModality {
  readonly modality?: string;
  readonly isOurs: boolean;
  readonly flags: readonly string[];
}

/**
 * BMD, and whatever the facility's densitometers ask the worklist for. An order that names no modality is taken:
 * shown too much it can be cancelled, ignored it would be lost.
 */
export const orderModality = (order: Message, site: scheduling.SiteDocument): OrderModality => {
  const modality = firstFilled(order, ['IPC-5', 'OBR-24'])?.value;
  if (modality === undefined) return { isOurs: true, flags: ['MODALITY_MISSING'] };
  const ours = [BONE_MINERAL_DENSITOMETRY, ...site.devices.flatMap(({ worklistModalities }) => worklistModalities)];
  return { modality, isOurs: ours.includes(modality), flags: [] };
};
