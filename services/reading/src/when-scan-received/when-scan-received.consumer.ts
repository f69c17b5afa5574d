import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { modalityGateway } from '@osteon/contracts';
import type { Hearing } from '@osteon/messaging';
import { studyToRead } from '../study-to-read/study-to-read.aggregate.js';
import { takeScan } from './take-scan.js';

@Controller()
export class WhenScanReceived {
  @EventPattern<string>(modalityGateway.ScanReceived.type)
  hear(@Payload() heard: modalityGateway.ScanReceivedV1, @Ctx() { unit, from }: Hearing) {
    return unit.decide(studyToRead, heard.examId, (study) => takeScan(study, heard, from));
  }
}
