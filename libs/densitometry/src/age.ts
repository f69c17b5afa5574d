/** Below it everyone is judged as a child. */
export const ADULT_FROM = 20;

/** Whole years on a day; both as YYYY-MM-DD. Born on 29 February: a year older on 1 March. */
export const ageOn = (day: string, birthDate: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
