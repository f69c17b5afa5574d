import { mkdtemp, open, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { median } from './figures.js';

const flushes = 100;
const page = Buffer.alloc(8192, 7);

/** Milliseconds that 8 KiB, written and flushed (fdatasync), take on the disk under a folder: the median of 100. */
export const flushMs = async (folder: string): Promise<number> => {
  const own = await mkdtemp(join(folder, 'flush-'));
  const file = await open(join(own, 'page'), 'w');
  try {
    const took: number[] = [];
    for (let n = 0; n < flushes; n += 1) {
      const began = performance.now();
      await file.write(page, 0, page.length, (n % 16) * page.length);
      await file.datasync();
      took.push(performance.now() - began);
    }
    return median(took);
  } finally {
    await file.close();
    await rm(own, { recursive: true });
  }
};

/** What the figures were measured on, and how busy it was besides. */
export const machineText = async (folder: string): Promise<string> => {
  const gib = Math.round(totalmem() / 2 ** 30);
  const [load = 0] = loadavg();
  const kind = cpus()[0]?.model.trim() ?? 'unknown processor';
  const flush = (await flushMs(folder)).toFixed(2);
  return `${new Date().toISOString().slice(0, 16)}Z, ${availableParallelism()} cores (${kind}), ${gib} GiB, Node ${process.version.slice(1)}, load before ${load.toFixed(1)}, one flush of 8 KiB ${flush} ms`;
};
