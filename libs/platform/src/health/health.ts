import { Injectable } from '@nestjs/common';

/** One thing without which the service cannot do its work; resolves when it is there. */
export type Check = () => Promise<unknown>;

export type Checks = Readonly<Record<string, Check>>;

export type Readiness = Readonly<Record<string, 'ok' | 'failed'>>;

const TIMEOUT_MS = 3_000;
/** Probes come often and from several sides: an answer is good for a moment. */
const KEPT_MS = 2_000;

const within = async (check: Check): Promise<'ok' | 'failed'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((resolve) => {
    timer = setTimeout(() => resolve('failed'), TIMEOUT_MS);
  });
  const asked = check().then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
};

/** Whether the service can do its work now. Says which part is missing and nothing more. */
@Injectable()
export class Health {
  private last: { readonly askedAt: number; readonly readiness: Promise<Readiness> } | undefined;
  private draining = false;

  constructor(private readonly checks: Checks) {}

  /** From now on not ready: no new work is sent here. */
  drain(): void {
    this.draining = true;
  }

  async ready(): Promise<Readiness> {
    if (this.draining) return { draining: 'failed' };
    const now = Date.now();
    if (!this.last || now - this.last.askedAt > KEPT_MS) this.last = { askedAt: now, readiness: this.ask() };
    return this.last.readiness;
  }

  private async ask(): Promise<Readiness> {
    const asked = Object.entries(this.checks).map(async ([name, check]) => [name, await within(check)] as const);
    return Object.fromEntries(await Promise.all(asked));
  }
}
