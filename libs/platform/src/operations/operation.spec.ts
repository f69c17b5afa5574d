import { context, given, mrOps } from '@osteon/testing';
import { beginOperation, endOperation, failOperation, operationRefusals, operations, type OperationBegun } from './operation.js';

const begun: OperationBegun = { type: 'OperationBegun', data: { what: 'rebuild', target: { projection: 'desks' }, facilityId: '*', reasoned: false } };
const asked = context(mrOps);

describe('an operation', () => {
  it('is begun once under its id', () => {
    given(operations).when((operation) => beginOperation(operation, begun.data), asked).then(begun);
    given(operations, begun).when((operation) => beginOperation(operation, begun.data), asked).thenRefused(operationRefusals.OPERATION_KNOWN, { status: 'begun' });
  });

  it('ends once, with what was done in numbers', () => {
    const ended = { type: 'OperationEnded', data: { counts: { facts: 7 } } } as const;
    given(operations, begun).when((operation) => endOperation(operation, { facts: 7 }), asked).then(ended);
    given(operations, begun, ended).when((operation) => failOperation(operation, 'LATE'), asked).thenNothing();
  });

  it('is broken off once, with a code', () => {
    const failed = { type: 'OperationFailed', data: { why: 'WORLD_BROKEN' } } as const;
    given(operations, begun).when((operation) => failOperation(operation, 'WORLD_BROKEN'), asked).then(failed);
    given(operations, begun, failed).when((operation) => endOperation(operation, {}), asked).thenNothing();
  });

  it('that nobody has begun neither ends nor fails', () => {
    given(operations).when((operation) => endOperation(operation, {}), asked).thenNothing();
    given(operations).when((operation) => failOperation(operation, 'x'), asked).thenNothing();
  });
});
