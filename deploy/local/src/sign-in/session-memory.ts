import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  readonly expiresAt: number;
}

/** Sessions of the local sign-in, in memory: they end with the process, as a demo's may. */
export const sessionMemory = (now: () => number = Date.now) => {
  const kept = new Map<string, Kept>();
  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found && found.expiresAt > now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const where = (fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...kept.keys()].map(alive).find((payload) => payload !== undefined && fits(payload));

  return (model: string): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      kept.set(`${model} ${id}`, { payload, expiresAt: expiresIn ? now() + expiresIn * 1000 : Infinity });
    },
    find: async (id) => alive(`${model} ${id}`),
    findByUid: async (uid) => where((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => where((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = alive(`${model} ${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => void kept.delete(`${model} ${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
};
