/**
 * True where `*` (any letters) and `?` (one letter) of the pattern fit the text, upper and lower case alike (PS3.4 C.2.2.2.4).
 * Takes the time of pattern times text at most, whatever a peer sends: no backtracking over several stars.
 */
export const matchesPattern = (pattern: string, text: string): boolean => {
  const [wanted, letters] = [Array.from(pattern.toLowerCase()), Array.from(text.toLowerCase())];
  let [at, star, resumeAt] = [0, -1, 0];
  let i = 0;
  while (i < letters.length) {
    if (wanted[at] === '*') {
      [star, resumeAt] = [at, i];
      at += 1;
    } else if (wanted[at] === '?' || wanted[at] === letters[i]) {
      at += 1;
      i += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      [at, i] = [star + 1, resumeAt];
    } else return false;
  }
  return wanted.slice(at).every((letter) => letter === '*');
};
