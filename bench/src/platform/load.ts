import type { OwnPlatform } from './own-platform.js';
import { together, type Usage } from './processes.js';

/** Memory at the end of a time, and processor time a second during it: 1 is one core. */
export interface Load {
  readonly mib: number;
  readonly cores: number;
}

/** Says, when it is called, how much each part has used since. */
export const loadSince = (platform: Pick<OwnPlatform, 'usage'>): (() => ReadonlyMap<string, Load>) => {
  const [began, before] = [performance.now(), platform.usage()];
  return () => {
    const seconds = (performance.now() - began) / 1000;
    const after = platform.usage();
    const load = ({ mib, cpuSeconds }: Usage, earlier: Usage | undefined): Load => ({ mib, cores: Math.max(0, cpuSeconds - (earlier?.cpuSeconds ?? 0)) / seconds });
    const parts = [...after].map(([name, usage]): [string, Load] => [name, load(usage, before.get(name))]);
    return new Map([...parts, ['all of it', load(together([...after.values()]), together([...before.values()]))]]);
  };
};
