import { Injectable } from '@nestjs/common';
import { reporting } from '@osteon/contracts';
import { managerTransaction, refuse } from '@osteon/event-store';
import { patientsReplica } from '@osteon/messaging';
import { ObjectStore } from '@osteon/object-store';
import { DataSource } from 'typeorm';
import type { ReportParts } from '../render-report/report-document.js';
import { reports } from '../report/report.refusals.js';
import { hashOf, type DraftedReport, type SignedReport } from '../report/report.js';

/** Brings together what a report is rendered from. */
@Injectable()
export class ReportPartsQuery {
  constructor(
    private readonly objects: ObjectStore,
    private readonly database: DataSource,
  ) {}

  content({ draft }: DraftedReport | SignedReport): Promise<reporting.ReportContentV1> {
    return this.objects.getJson(draft.content.key, reporting.reportContent);
  }

  /** With the patient as they are called today. Refuses where they are not known, or erased. */
  async ofDraft(report: DraftedReport): Promise<ReportParts> {
    const patient = await patientsReplica.find(managerTransaction(this.database.manager), report.patientId);
    if (!patient) return refuse(reports.PATIENT_UNKNOWN);
    return { content: await this.content(report), contentHash: hashOf(report.draft.content), patient };
  }

  /** With the patient and the signature as they were frozen. */
  async ofSigned(report: SignedReport): Promise<ReportParts> {
    const { content, patientBlock } = report.signed;
    return {
      content: await this.objects.getJson(content.key, reporting.reportContent),
      contentHash: hashOf(content),
      patient: await this.objects.getJson(patientBlock.key, reporting.patientBlock),
      signature: await this.signature(report),
    };
  }

  signature({ signed }: SignedReport): Promise<reporting.ReportSignatureV1> {
    return this.objects.getJson(signed.signature.key, reporting.reportSignature);
  }
}
