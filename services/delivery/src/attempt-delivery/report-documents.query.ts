import { Injectable } from '@nestjs/common';
import { reporting } from '@osteon/contracts';
import { ObjectStore } from '@osteon/object-store';
import type { ReportDocuments } from '../delivery/report-documents.js';

/** Reads what a signed report is made of, by hash, from reporting's objects. */
@Injectable()
export class ReportDocumentsQuery {
  constructor(private readonly objects: ObjectStore) {}

  /** Throws ObjectAbsent, or zod's error where a document has another form. */
  async of(signed: reporting.ReportSignedV1): Promise<ReportDocuments> {
    const { content, patientBlock, signature, pdf } = signed;
    return {
      signed,
      content: await this.objects.getJson(content.key, reporting.reportContent),
      patient: await this.objects.getJson(patientBlock.key, reporting.patientBlock),
      signature: signature && (await this.objects.getJson(signature.key, reporting.reportSignature)),
      pdf: await this.objects.get(pdf.key),
    };
  }
}
