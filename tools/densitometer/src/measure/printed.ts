/** So many places, half away from zero, and never -0.0: as consoles print. */
export const printed = (value: number, places: number): string => {
  const scaled = Math.round(Number(`${Math.abs(value).toFixed(9)}e${places}`));
  const text = (scaled / 10 ** places).toFixed(places);
  return value < 0 && scaled !== 0 ? `-${text}` : text;
};
