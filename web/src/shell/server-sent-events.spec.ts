import { readEvents } from './server-sent-events.js';

describe('server-sent events', () => {
  it('gives whole messages and keeps the beginning of the next', () => {
    expect(readEvents('data: {"key":"e1"}\n\nevent: change\ndata: {"key":"e2"}\n\ndata: {"ke')).toEqual({
      messages: ['{"key":"e1"}', '{"key":"e2"}'],
      rest: 'data: {"ke',
    });
  });

  it('leaves out comments that keep the line alive', () => {
    expect(readEvents(': alive\n\n: alive\n\n')).toEqual({ messages: [], rest: '' });
  });

  it('joins the lines of one message and takes both line ends', () => {
    expect(readEvents('data: a\r\ndata: b\r\n\r\n').messages).toEqual(['a\nb']);
  });
});
