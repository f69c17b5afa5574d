/** Units as senders write them (UCUM, and what they say instead), and what one of them is in metres or kilograms. */
export const metresPer: Readonly<Record<string, number>> = {
  m: 1,
  meter: 1,
  metre: 1,
  cm: 0.01,
  centimeter: 0.01,
  centimetre: 0.01,
  in: 0.0254,
  inch: 0.0254,
  inches: 0.0254,
  '[in_i]': 0.0254,
  '[in_us]': 0.0254,
};

export const kilogramsPer: Readonly<Record<string, number>> = {
  kg: 1,
  kilogram: 1,
  kilograms: 1,
  g: 0.001,
  lb: 0.45359237,
  lbs: 0.45359237,
  pound: 0.45359237,
  pounds: 0.45359237,
  '[lb_av]': 0.45359237,
};
