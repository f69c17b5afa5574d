import type { Context } from '@osteon/identity';
import { at, context, examA1, given, msOkafor, NORTH, service } from '@osteon/testing';
import type { Acquisition } from '../acquisition/acquisition.js';
import { acquisitions } from '../acquisition/acquisition.aggregate.js';
import type { AcquisitionBegun, IdentityCorrected } from '../acquisition/acquisition.events.js';
import { recordCorrection } from './record-correction.js';

const begun: AcquisitionBegun = {
  type: 'AcquisitionBegun',
  data: {
    acquisitionId: 'the-study',
    facilityId: NORTH,
    studyInstanceUID: '1.2.3',
    deviceId: 'idxa-1',
    match: { state: 'matched', examId: examA1.examId, patientId: msOkafor.patientId, by: 'accession-number' },
  },
};
const unmatched: AcquisitionBegun = { ...begun, data: { ...begun.data, match: { state: 'unmatched', candidates: [], why: [] } } };
const identity = { key: `modality-gateway/${'a'.repeat(64)}`, size: 2, mediaType: 'application/json' };
const corrected: IdentityCorrected = { type: 'IdentityCorrected', data: { identity, correctedAt: at.read } };

describe('the identity of a study’s copies', () => {
  const record = (study: Acquisition, asked: Context) => recordCorrection(study, identity, asked);
  const gateway = context(service('modality-gateway'));

  it('is fixed with its time', () => {
    given(acquisitions, begun).when(record, gateway).then(corrected);
  });

  it('stays as it was fixed, whatever the patient is called later', () => {
    given(acquisitions, begun, corrected).when(record, gateway).thenNothing();
  });

  it('is nobody’s before the study has met its exam', () => {
    given(acquisitions).when(record, gateway).thenNothing();
    given(acquisitions, unmatched).when(record, gateway).thenNothing();
  });
});
