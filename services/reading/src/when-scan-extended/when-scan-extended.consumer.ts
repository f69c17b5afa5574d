import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { takeScan } from '../when-scan-received/take-scan.js';

/** Objects came late: the study is to be read as it is now. */
@Controller()
export class WhenScanExtended {
  @EventPattern<string>(modalityGateway.ScanExtended.type)
  hear(@Payload() heard: modalityGateway.ScanExtendedV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(studyToRead, heard.examId, (study) => takeScan(study, heard, from));
  }
}
