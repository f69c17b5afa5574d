import type { scheduling } from '@osteon/contracts';
import { choosePolicy, readSitePolicy, storedPolicies } from '@osteon/densitometry';
import { charsetAliases, charsets } from '@osteon/hl7';
import { IANAZone } from 'luxon';
import { isDeepStrictEqual } from 'node:util';

/** Something in a document that could be read in two ways, or not at all: where (JSON pointer), and what. */
export interface SiteProblem {
  readonly at: string;
  readonly code: 'ZONE_UNKNOWN' | 'CHARSET_UNKNOWN' | 'ID_TWICE' | 'SENDER_AMBIGUOUS' | 'DEVICE_AMBIGUOUS' | 'POLICY_UNKNOWN' | 'POLICY_NOT_USABLE' | 'POLICY_VERSION_NOT_NEW';
  readonly facilityId?: string;
  /** What a policy's own check says. */
  readonly says?: string;
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

/** A version of a policy that was in use never says something else: assessments name it. */
export const policyChanged = (before: scheduling.SiteDocument, { policyDocument: now }: scheduling.SiteDocument): SiteProblem[] => {
  const { policyDocument: was } = before;
  const isOther = !was || !now || was.policy !== now.policy || isDeepStrictEqual(was, now) || now.version > was.version;
  return isOther ? [] : [{ at: '/policyDocument/version', code: 'POLICY_VERSION_NOT_NEW' }];
};

/** Its own policy is read whole before it is one, and the name must mean it or one of the library. */
const policyProblems = ({ policy, policyDocument }: scheduling.SiteDocument): SiteProblem[] => {
  const own = policyDocument && readSitePolicy(policyDocument, storedPolicies);
  if (own && 'problems' in own)
    return own.problems.map(({ at, message }) => ({ at: `/policyDocument${at}`, code: 'POLICY_NOT_USABLE', says: message }));
  return 'policy' in choosePolicy({ policy }, own?.policy) ? [] : [{ at: '/policy', code: 'POLICY_UNKNOWN' }];
};

/** All that is wrong with a document beyond its shape, also against the documents of the other facilities. */
export const siteProblems = (document: scheduling.SiteDocument, others: readonly scheduling.SiteDocument[]): SiteProblem[] => [
  ...zonesUnknown(document),
  ...charsetsUnknown(document),
  ...idsTwice(document),
  ...policyProblems(document),
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
