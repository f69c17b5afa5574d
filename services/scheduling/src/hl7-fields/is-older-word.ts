/** Of two words about one thing (MSH-7 in UTC) the newer one counts; where one of them has no time, both count as they come. */
export const isOlderWord = (saidAt: string | undefined, known: string | undefined): boolean =>
  saidAt !== undefined && known !== undefined && Date.parse(saidAt) < Date.parse(known);
