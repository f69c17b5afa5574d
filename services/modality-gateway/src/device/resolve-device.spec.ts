import { SOUTH } from '@osteon/testing';
import { idxa1, north, prodigy } from '../testing/north.story.js';
import { resolveDevice, type Caller } from './resolve-device.js';

const caller: Caller = { callingAETitle: 'IDXA1', calledAETitle: 'OSTEON', address: '10.1.0.7' };
const south = { ...north, facilityId: SOUTH, zone: 'Europe/London', devices: [{ ...idxa1, id: 'south-1', addresses: ['10.2.0.7'] }] };
const addressed = { ...north, devices: [{ ...idxa1, addresses: ['10.1.0.7'] }, prodigy] };

describe('who calls', () => {
  it('is a device of a facility, by called and calling AE title', () => {
    expect(resolveDevice([north], caller)).toEqual({ known: { facilityId: 'NORTH', zone: 'Europe/Berlin', device: idxa1 } });
    expect(resolveDevice([north], { ...caller, callingAETitle: 'PRODIGY' })).toMatchObject({ known: { device: { id: 'prodigy' } } });
  });

  it('is told apart by its address where two hospitals have the same titles', () => {
    expect(resolveDevice([addressed, south], caller)).toMatchObject({ known: { facilityId: 'NORTH' } });
    expect(resolveDevice([addressed, south], { ...caller, address: '10.2.0.7' })).toMatchObject({ known: { facilityId: SOUTH, zone: 'Europe/London' } });
  });

  it('has the same address in IPv6 form', () => {
    expect(resolveDevice([addressed], { ...caller, address: '::ffff:10.1.0.7' })).toMatchObject({ known: { device: { id: 'idxa-1' } } });
  });

  it('is unknown under another called AE title, whoever calls', () => {
    expect(resolveDevice([north], { ...caller, calledAETitle: 'ELSEWHERE' })).toEqual({ unknown: 'CALLED_AE_TITLE' });
    expect(resolveDevice([], caller)).toEqual({ unknown: 'CALLED_AE_TITLE' });
  });

  it('is unknown under another calling AE title, in other letters, or from another address', () => {
    expect(resolveDevice([north], { ...caller, callingAETitle: 'STRANGER' })).toEqual({ unknown: 'CALLING_AE_TITLE' });
    expect(resolveDevice([north], { ...caller, callingAETitle: 'idxa1' })).toEqual({ unknown: 'CALLING_AE_TITLE' });
    expect(resolveDevice([addressed], { ...caller, address: '10.9.9.9' })).toEqual({ unknown: 'CALLING_AE_TITLE' });
  });

  it('is nobody where the set-up is ambiguous', () => {
    expect(resolveDevice([north, { ...south, devices: [idxa1] }], caller)).toEqual({ unknown: 'AMBIGUOUS' });
  });
});
