import type { modalityGateway } from '@osteon/contracts';
import type { StudyNoted } from '../report/report.events.js';
import { isOld, type Report } from '../report/report.js';
import { sourceOf, type Source } from '../report/source.js';

const pictured = ({ site, side, object }: modalityGateway.StoredInstance) => ({
  ...(site === undefined ? {} : { site }),
  ...(side === undefined ? {} : { side }),
  object,
});

/** Keeps which study was performed, and its images. */
export const noteStudy = (report: Report, heard: modalityGateway.ScanReceivedV1, source: Source): StudyNoted[] => {
  if (isOld(report, source)) return [];
  const { examId, facilityId, patientId, acquisitionId, studyInstanceUID, instances } = heard;
  const images = instances.filter(({ kind }) => kind === 'image').map(pictured);
  return [
    {
      type: 'StudyNoted',
      data: { examId, facilityId, patientId, acquisitionId, studyInstanceUID, images, source: sourceOf(source) },
    },
  ];
};
