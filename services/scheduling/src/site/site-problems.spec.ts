import type { scheduling } from '@osteon/contracts';
import { north, south } from './north.story.js';
import { siteProblems } from './site-problems.js';

type Change<T> = (first: T) => Partial<T>;

const withSender = (change: Change<scheduling.SiteSender>): scheduling.SiteDocument => ({
  ...north,
  senders: north.senders.flatMap((sender, index) => (index === 0 ? [sender, { ...sender, id: 'second', ...change(sender) }] : [])),
});

const withDevice = (document: scheduling.SiteDocument, change: Change<scheduling.SiteDevice>): scheduling.SiteDocument => ({
  ...document,
  devices: document.devices.flatMap((device) => [device, { ...device, id: 'second', ...change(device) }]),
});

describe('what is wrong with a site document', () => {
  it('is nothing where every sender and device can be told apart', () => {
    expect(siteProblems(north, [south])).toEqual([]);
  });

  it('is a zone that no clock knows', () => {
    const document = { ...north, zone: 'Europe/Nowhere', senders: north.senders.map((sender) => ({ ...sender, zone: 'Mars' })) };
    expect(siteProblems(document, []).map(({ at, code }) => `${at} ${code}`)).toEqual([
      '/zone ZONE_UNKNOWN',
      '/senders/0/zone ZONE_UNKNOWN',
      '/senders/1/zone ZONE_UNKNOWN',
    ]);
  });

  it('is a character set that is not read here', () => {
    expect(siteProblems(withSender(() => ({ sendingFacility: 'EAST', charset: 'JIS X 0202' })), [])).toEqual([
      { at: '/senders/1/charset', code: 'CHARSET_UNKNOWN' },
    ]);
  });

  it('is an id that two of a list have', () => {
    expect(siteProblems(withSender(({ id }) => ({ id, sendingFacility: 'EAST' })), [])).toEqual([{ at: '/senders/1/id', code: 'ID_TWICE' }]);
  });

  it('is a sender with the MSH-3 and MSH-4 of another one, unless both name their addresses', () => {
    expect(siteProblems(withSender(() => ({})), [])).toEqual([{ at: '/senders/1', code: 'SENDER_AMBIGUOUS', facilityId: 'NORTH' }]);
    expect(siteProblems(withSender(() => ({ address: '10.0.0.2' })), [])).toHaveLength(1);
    const apart = withSender(() => ({ address: '10.0.0.2' }));
    const both = { ...apart, senders: apart.senders.map((sender, index) => ({ ...sender, address: `10.0.0.${index + 1}` })) };
    expect(siteProblems(both, [])).toEqual([]);
  });

  it('is a device with the called and calling AE title of another one, unless their addresses differ', () => {
    const places = (document: scheduling.SiteDocument) => siteProblems(document, []).map(({ at, code }) => `${at} ${code}`);
    expect(places(withDevice(north, () => ({})))).toEqual(['/devices/1 DEVICE_AMBIGUOUS']);
    expect(places(withDevice(north, () => ({ aeTitles: ['IDXA2'] })))).toEqual([]);
    const first = { ...north, devices: north.devices.map((device) => ({ ...device, addresses: ['10.0.0.1', '10.0.0.2'] })) };
    expect(places(withDevice(first, () => ({ addresses: ['10.0.0.3'] })))).toEqual([]);
    expect(places(withDevice(first, () => ({ addresses: ['10.0.0.2'] })))).toEqual(['/devices/1 DEVICE_AMBIGUOUS']);
  });

  it('is a policy that nobody knows, or that cannot be followed', () => {
    expect(siteProblems({ ...north, policy: 'unheard-of' }, [])).toEqual([{ at: '/policy', code: 'POLICY_UNKNOWN' }]);
    const own = { policy: 'north-hospital', version: 1, base: 'default@1', title: 'North Hospital', examples: [] };
    expect(siteProblems({ ...north, policy: 'north-hospital', policyDocument: own }, [])).toEqual([]);
    expect(siteProblems({ ...north, policyDocument: { ...own, base: 'default@9' } }, [])).toEqual([
      { at: '/policyDocument/base', code: 'POLICY_NOT_USABLE', says: 'is not a stored policy: default@9' },
    ]);
  });

  it('can lie between two hospitals: AE titles repeat', () => {
    const calledAlike = { ...south, devices: south.devices.map((device) => ({ ...device, calledAETitle: 'OSTEON' })) };
    expect(siteProblems(calledAlike, [north])).toEqual([{ at: '/devices/0', code: 'DEVICE_AMBIGUOUS', facilityId: 'NORTH' }]);
  });
});
