const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? `list of ${value.length}` : typeof value);

/** A name of ours; what else stands where a name belongs could be a value. */
const shownName = (name: string): string => (/^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name) ? name : '?');

/** The form of a message's payload without its values: each field with the kind of what it holds. Undefined where it is no JSON. */
export const formOf = (value: string | null): readonly string[] | undefined => {
  if (value === null) return ['tombstone'];
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return [kindOf(parsed)];
    return Object.entries(parsed).map(([name, held]) => `${shownName(name)}: ${kindOf(held)}`);
  } catch {
    return undefined;
  }
};
