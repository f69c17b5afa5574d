import type { Charset, NameParts } from '@osteon/hl7';
import type { InventedPatient } from './people.js';

/** One order of an axial DXA, as a RIS keeps it. What is absent is left to whoever fills the order. */
export interface Order {
  /** Both forms in which orders travel: `ORM^O01` 2.3.1 with ZDS, `OMI^O23` 2.5.1 with IPC. */
  readonly form: 'ORM' | 'OMI';
  readonly charset: Charset;
  readonly patient: InventedPatient;
  readonly placerOrderNumber: string;
  readonly fillerOrderNumber: string;
  readonly accessionNumber?: string;
  readonly studyInstanceUID?: string;
  readonly requestedProcedureId: string;
  readonly scheduledProcedureStepId: string;
  /** Without one any DXA device of the hospital will do. */
  readonly stationAETitle?: string;
  /** ISO 8601 */
  readonly scheduledAt: string;
  readonly referrer: NameParts & { readonly id?: string };
  readonly indication: string;
}

/** ORC-1: new order, change, cancel. */
export type OrderControl = 'NW' | 'XO' | 'CA';
