import { parseMessage } from '@osteon/hl7';
import { bodyMeasures } from './body-measures.js';

const measured = (...observations: readonly string[]) =>
  bodyMeasures(parseMessage(Buffer.from(['MSH|^~\\&|RIS|NORTH', ...observations.map((text) => `OBX|1|NM|${text}`)].join('\r'))));
const height = (value: string, unit: string) => measured(`8302-2^Body height^LN||${value}|${unit}`);
const weight = (value: string, unit: string) => measured(`29463-7^Body weight^LN||${value}|${unit}`);

describe('height and weight', () => {
  it.each([
    ['162', 'cm', 1.62],
    ['1.62', 'm', 1.62],
    ['162', 'cm^centimeter^UCUM', 1.62],
    ['63.8', '[in_i]', 1.621],
    ['63.8', 'in', 1.621],
  ])('of %s %s is %d metres', (value, unit, metres) => expect(height(value, unit)).toEqual({ heightM: metres, flags: [] }));

  it.each([
    ['64', 'kg', 64],
    ['64.25', 'KG', 64.25],
    ['141', 'lb', 63.957],
    ['141', '[lb_av]', 63.957],
  ])('of %s %s is %d kilograms', (value, unit, kilograms) => expect(weight(value, unit)).toEqual({ weightKg: kilograms, flags: [] }));

  it('are found by text where LOINC does not say otherwise', () => {
    expect(measured('^Body Height||1.65|m', '^Body Weight||65|kg')).toEqual({ heightM: 1.65, weightKg: 65, flags: [] });
    expect(measured('HGT^HEIGHT^L||65|in', 'WGT^Weight^L||140|lb')).toEqual({ heightM: 1.651, weightKg: 63.503, flags: [] });
    expect(measured('8339-4^Weight^LN||3.2|kg', '^Height of fall||2|m')).toEqual({ flags: [] });
  });

  it.each([
    ['162', 'm'],
    ['162', ''],
    ['162', 'ft'],
    ['1,62', 'm'],
    ['tall', 'cm'],
    ['20', 'cm'],
  ])('of %s %s is left out and flagged', (value, unit) => expect(height(value, unit)).toEqual({ flags: ['HEIGHT_LEFT_OUT'] }));

  it.each([
    ['640', 'kg'],
    ['1', 'kg'],
    ['64', ''],
  ])('a weight of %s %s is left out and flagged', (value, unit) => expect(weight(value, unit)).toEqual({ flags: ['WEIGHT_LEFT_OUT'] }));

  it('are not flagged where nothing was said', () => {
    expect(measured('8302-2^Body height^LN|||cm', '8867-4^Heart rate^LN||60|/min')).toEqual({ flags: [] });
  });
});
