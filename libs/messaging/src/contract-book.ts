import type { Contract } from '@osteon/contracts';

/** What a service can do with a message of some type. */
export type Interest =
  { readonly is: 'heard'; readonly contract: Contract } | { readonly is: 'newer' } | { readonly is: 'nobody' };

interface Named {
  readonly name: string;
  readonly version: number;
}

const named = (type: string): Named | undefined => {
  const [, name, version] = /^(.+)\.v(\d+)$/.exec(type) ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
};

/** The contracts that the consumers of one service hear, by CloudEvents type. */
export const contractBook = (heard: readonly Contract[]) => {
  const byType = new Map(heard.map((contract) => [contract.type, contract]));
  const highest = new Map<string, number>();
  for (const { type, version } of heard) {
    const name = named(type)?.name ?? type;
    highest.set(name, Math.max(version, highest.get(name) ?? 0));
  }
  return {
    /** `newer`: a later version of something that is heard; it must not be passed over in silence. */
    interestIn: (type: string): Interest => {
      const contract = byType.get(type);
      if (contract) return { is: 'heard', contract };
      const said = named(type);
      return said && said.version > (highest.get(said.name) ?? Infinity) ? { is: 'newer' } : { is: 'nobody' };
    },
  };
};

export type ContractBook = ReturnType<typeof contractBook>;

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'heard' in value && 'topic' in value && 'type' in value;

/** All contracts in the given parts of the published language: `contractsIn(scheduling, reading)`. */
export const contractsIn = (...parts: readonly object[]): Contract[] =>
  parts.flatMap((part) => Object.values(part).filter(isContract));
