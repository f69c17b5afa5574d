/** Numbers that look random and are the same for one seed, on every machine. */
export interface Random {
  /** From 0 up to 1. */
  readonly uniform: () => number;
  /** Of mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** A whole number from 0 up to count. */
  readonly below: (count: number) => number;
}

/** A 32-bit mixing generator (SplitMix32) and the polar form of Box and Muller. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, below: (count) => Math.floor(uniform() * count) };
};
