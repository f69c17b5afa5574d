import type { scheduling } from '@osteon/contracts';

/** A densitometer and the facility that it stands in. */
export interface KnownDevice {
  readonly facilityId: string;
  readonly zone: string;
  readonly device: scheduling.SiteDevice;
}

/** Who asks for an association. */
export interface Caller {
  readonly callingAETitle: string;
  readonly calledAETitle: string;
  readonly address: string;
}

export type Resolved =
  | { readonly known: KnownDevice }
  /** AMBIGUOUS is a fault of the set-up and refused when it is configured; a caller is rejected all the same. */
  | { readonly unknown: 'CALLED_AE_TITLE' | 'CALLING_AE_TITLE' | 'AMBIGUOUS' };

/** `::ffff:10.0.0.7` is the same address as `10.0.0.7`. */
const plain = (address: string): string => address.replace(/^::ffff:/, '');

const everyDevice = (sites: readonly scheduling.SiteV1[]): KnownDevice[] =>
  sites.flatMap(({ facilityId, zone, devices }) => devices.map((device) => ({ facilityId, zone, device })));

/** A device is called AE title, calling AE title and source address together: AE titles repeat between hospitals. */
export const resolveDevice = (sites: readonly scheduling.SiteV1[], { callingAETitle, calledAETitle, address }: Caller): Resolved => {
  const called = everyDevice(sites).filter(({ device }) => device.calledAETitle === calledAETitle);
  if (called.length === 0) return { unknown: 'CALLED_AE_TITLE' };
  const [known, ...others] = called.filter(
    ({ device }) => device.aeTitles.includes(callingAETitle) && (device.addresses?.includes(plain(address)) ?? true),
  );
  if (!known) return { unknown: 'CALLING_AE_TITLE' };
  return others.length > 0 ? { unknown: 'AMBIGUOUS' } : { known };
};
