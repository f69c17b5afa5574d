import { countedInstances, type Acquisition } from '../acquisition/acquisition.js';
import type { MeasurementsRead } from '../acquisition/acquisition.events.js';

/** The numbers of a complete study become a fact; a reading that covers no more than the last one, or what was hidden meanwhile, changes nothing. */
export const readMeasurements = (study: Acquisition, data: MeasurementsRead['data']): MeasurementsRead[] => {
  if (study.status === 'none' || !study.completeBy || data.instances > countedInstances(study).length) return [];
  if (study.measurements && study.measurements.instances >= data.instances) return [];
  return [{ type: 'MeasurementsRead', data }];
};
