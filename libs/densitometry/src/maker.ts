/** Makers whose scales this library tells apart; what devices and people write for them. */
const makers = [
  { maker: 'ge-lunar', written: /\bge\b|lunar|general electric/i },
  { maker: 'hologic', written: /hologic/i },
  { maker: 'norland', written: /norland|swissray/i },
] as const;

/** The maker behind a name as written (`GE Healthcare`, `LUNAR`): two names of one maker give one word. */
export const makerOf = (written: string): string =>
  makers.find((one) => one.written.test(written))?.maker ?? written.trim().toLowerCase();
