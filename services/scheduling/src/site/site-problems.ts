import type { scheduling } from '@osteon/contracts';
import { charsetAliases, charsets } from '@osteon/hl7';
import { IANAZone } from 'luxon';

/** Something in a document that could be read in two ways, or not at all: where (JSON pointer), and what. */
export interface SiteProblem {
  readonly at: string;
  readonly code: 'ZONE_UNKNOWN' | 'CHARSET_UNKNOWN' | 'ID_TWICE' | 'SENDER_AMBIGUOUS' | 'DEVICE_AMBIGUOUS';
  readonly facilityId?: string;
}

type Sender = scheduling.SiteDocument['senders'][number];
type Device = scheduling.SiteDocument['devices'][number];
interface Placed<T> {
  readonly at: string;
  readonly facilityId: string;
  readonly value: T;
}

/** An address tells two apart only where both name theirs. */
const mayShareAddress = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((address) => b.includes(address));

const sameSender = (a: Sender, b: Sender): boolean =>
  a.sendingApplication === b.sendingApplication &&
  a.sendingFacility === b.sendingFacility &&
  mayShareAddress(a.address ? [a.address] : [], b.address ? [b.address] : []);

const sameDevice = (a: Device, b: Device): boolean =>
  a.calledAETitle === b.calledAETitle &&
  a.aeTitles.some((title) => b.aeTitles.includes(title)) &&
  mayShareAddress(a.addresses ?? [], b.addresses ?? []);

const placed = <T>(document: scheduling.SiteDocument, list: 'senders' | 'devices', values: readonly T[]): Placed<T>[] =>
  values.map((value, index) => ({ at: `/${list}/${index}`, facilityId: document.facilityId, value }));

const ambiguous = <T>(
  own: readonly Placed<T>[],
  others: readonly Placed<T>[],
  same: (a: T, b: T) => boolean,
  code: SiteProblem['code'],
): SiteProblem[] =>
  own.flatMap((mine, index) => {
    const rival = [...own.slice(0, index), ...others].find((other) => same(mine.value, other.value));
    return rival ? [{ at: mine.at, code, facilityId: rival.facilityId }] : [];
  });

const idsTwice = (document: scheduling.SiteDocument): SiteProblem[] =>
  (['senders', 'devices', 'receivers', 'archives'] as const).flatMap((list) => {
    const ids = document[list].map(({ id }) => id);
    return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ at: `/${list}/${index}/id`, code: 'ID_TWICE' as const }] : []));
  });

const zonesUnknown = (document: scheduling.SiteDocument): SiteProblem[] =>
  [
    { at: '/zone', zone: document.zone },
    ...document.senders.map(({ zone }, index) => ({ at: `/senders/${index}/zone`, zone })),
  ].flatMap(({ at, zone }) => (zone === undefined || IANAZone.isValidZone(zone) ? [] : [{ at, code: 'ZONE_UNKNOWN' as const }]));

const charsetsUnknown = (document: scheduling.SiteDocument): SiteProblem[] =>
  (['senders', 'receivers'] as const).flatMap((list) =>
    document[list].flatMap(({ charset }, index) => {
      const isKnown = charset === undefined || Object.hasOwn(charsets, charsetAliases[charset] ?? charset);
      return isKnown ? [] : [{ at: `/${list}/${index}/charset`, code: 'CHARSET_UNKNOWN' as const }];
    }),
  );

/** All that is wrong with a document beyond its shape, also against the documents of the other facilities. */
export const siteProblems = (document: scheduling.SiteDocument, others: readonly scheduling.SiteDocument[]): SiteProblem[] => [
  ...zonesUnknown(document),
  ...charsetsUnknown(document),
  ...idsTwice(document),
  ...ambiguous(
    placed(document, 'senders', document.senders),
    others.flatMap((other) => placed(other, 'senders', other.senders)),
    sameSender,
    'SENDER_AMBIGUOUS',
  ),
  ...ambiguous(
    placed(document, 'devices', document.devices),
    others.flatMap((other) => placed(other, 'devices', other.devices)),
    sameDevice,
    'DEVICE_AMBIGUOUS',
  ),
];
