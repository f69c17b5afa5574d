/** A message that no second attempt makes better. The text names the place, never a value. */
export class Unfit extends Error {
  override readonly name = 'Unfit';

  constructor(
    readonly reason: 'malformed' | 'newer-version',
    place: string,
  ) {
    super(place);
  }
}
