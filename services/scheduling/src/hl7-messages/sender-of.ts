import type { Header } from '@osteon/hl7';
import type { Heard } from './heard.js';
import type { AppliedSite } from '../site/applied-site.js';

/** An IPv4 address in IPv6 clothes is itself. */
const plain = (address: string): string => address.replace(/^::ffff:/, '');

/** The configured sender of a message by MSH-3, MSH-4 and, where it is configured, its address. Nothing for a stranger. */
export const senderOf = (
  sites: readonly AppliedSite[],
  { sendingApplication, sendingFacility }: Pick<Header, 'sendingApplication' | 'sendingFacility'>,
  address: string,
): Heard | undefined => {
  for (const { document, version } of sites) {
    const sender = document.senders.find(
      (configured) =>
        configured.sendingApplication === sendingApplication &&
        configured.sendingFacility === sendingFacility &&
        (configured.address === undefined || configured.address === plain(address)),
    );
    if (sender) return { sender, site: document, siteVersion: version };
  }
  return undefined;
};
