import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { childrenOf, together, usageOf } from './processes.js';

const ownUsage = (): number => process.resourceUsage().userCPUTime / 1e6 + process.resourceUsage().systemCPUTime / 1e6;

it('says of this process what it says of itself', () => {
  const { mib, cpuSeconds } = usageOf(process.pid);
  // Children that have ended are counted with it, and a test process may have had some.
  expect(cpuSeconds).toBeGreaterThan(ownUsage() - 1);
  expect(mib).toBeGreaterThan(10);
  expect(mib).toBeLessThan(process.memoryUsage.rss() / 2 ** 20 + 1);
});

it('finds a child while it lives, and nothing of it afterwards', async () => {
  const child = spawn('sleep', ['60']);
  const pid = child.pid ?? 0;
  expect(childrenOf(process.pid)).toContain(pid);
  child.kill();
  await once(child, 'exit');
  expect(childrenOf(process.pid)).not.toContain(pid);
  expect(usageOf(pid)).toEqual({ mib: 0, cpuSeconds: 0 });
});

it('adds up', () => {
  expect(together([{ mib: 1, cpuSeconds: 2 }, { mib: 3, cpuSeconds: 4 }])).toEqual({ mib: 4, cpuSeconds: 6 });
});
