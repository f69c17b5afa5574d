import { Transform } from 'node:stream';

/** Lets every byte through and keeps the first ones. */
export const headOf = (size: number): { readonly passing: Transform; readonly head: () => Buffer } => {
  const parts: Buffer[] = [];
  let kept = 0;
  const passing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (kept < size) {
        const part = chunk.subarray(0, size - kept);
        parts.push(part);
        kept += part.length;
      }
      done(null, chunk);
    },
  });
  return { passing, head: () => Buffer.concat(parts) };
};
