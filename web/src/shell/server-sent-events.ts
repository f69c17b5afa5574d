/** What a text/event-stream holds so far: the messages that are whole, and the beginning of the next one. */
export interface Read {
  readonly messages: readonly string[];
  readonly rest: string;
}

const dataOf = (block: string): string | undefined => {
  const lines = block.split('\n').filter((line) => line.startsWith('data:'));
  return lines.length === 0 ? undefined : lines.map((line) => line.slice(5).replace(/^ /, '')).join('\n');
};

/** Splits received text into messages (WHATWG HTML 9.2.6: blocks end with an empty line, comments begin with a colon). */
export const readEvents = (text: string): Read => {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { messages: blocks.map(dataOf).filter((each) => each !== undefined), rest };
};
