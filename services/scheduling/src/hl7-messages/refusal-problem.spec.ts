import { Refusal } from '@osteon/event-store';
import { parseMessage } from '@osteon/hl7';
import { examRefusals } from '../exam/exam.refusals.js';
import { omiOrder, ormOrder } from '../receive-order/orders.story.js';
import { refusalProblem } from './refusal-problem.js';

describe('a no of the business to an HL7 message', () => {
  it.each([
    ['EXAM_OF_ANOTHER_PATIENT', ormOrder(), '205 PID-3'],
    ['ACCESSION_NUMBER_TAKEN', ormOrder(), '205 OBR-18'],
    ['ACCESSION_NUMBER_TAKEN', omiOrder(), '205 IPC-1'],
    ['STUDY_INSTANCE_UID_TAKEN', ormOrder(), '205 ZDS-1'],
    ['STUDY_INSTANCE_UID_TAKEN', omiOrder(), '205 IPC-3'],
    ['EXAM_UNKNOWN', omiOrder(), '204 ORC'],
  ] as const)('%s stands where the value stands', (code, bytes, expected) => {
    const problem = refusalProblem(new Refusal(examRefusals[code]), parseMessage(bytes));
    expect(`${problem.code} ${problem.location}`).toBe(expected);
    expect(problem.text).toBe(examRefusals[code].sentence);
  });
});
