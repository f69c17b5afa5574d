import { listenMllp, acknowledge, parseMessage, read, writeMessage, type Message } from '@osteon/hl7';
import { adtMessage, type Adt } from './adt-message.js';
import { adtSender } from './adt-sender.js';
import { people } from './people.js';

const hospital = { zone: 'Europe/Berlin', application: 'HIS', facility: 'NORTH', authority: 'NORTH' };
const sent = { ...hospital, controlId: 'HIS1', sentAt: '2026-05-04T06:55:00Z' };
const come: Adt = { event: 'A04', charset: '8859/1', patient: people.ada };
const written = (adt: Adt): Message => parseMessage(writeMessage(adtMessage(adt, sent)));
const at = (adt: Adt, ...positions: string[]) => positions.map((position) => read(written(adt), position));

describe('ADT of North Hospital', () => {
  it('says who has come and when', () => {
    expect(at(come, 'MSH-9.1', 'MSH-9.2', 'MSH-3', 'MSH-12', 'EVN-6', 'PID-3', 'PID-3.4', 'PID-5.1', 'PID-7', 'PID-8', 'PV1-2')).toEqual([
      'ADT', 'A04', 'HIS', '2.5.1', '20260504085500+0200', '4711', 'NORTH', 'Okafor', '19560302', 'F', 'O',
    ]);
  });

  it('says another name in its letters', () => {
    const married = { ...people.juergen, name: { ...people.juergen.name, family: 'Müller-Weiß' } };
    expect(at({ event: 'A08', charset: 'UNICODE UTF-8', patient: married }, 'MSH-9.2', 'PID-5.1')).toEqual(['A08', 'Müller-Weiß']);
  });

  it('merges two numbers of one person, and has no visit then', () => {
    expect(at({ ...come, event: 'A40', priorNumber: '9911' }, 'MSH-9.2', 'PID-3', 'MRG-1', 'MRG-1.4', 'PV1-2')).toEqual(['A40', '4711', '9911', 'NORTH', undefined]);
  });

  it('goes out over MLLP, and the answer is told', async () => {
    const heard: (string | undefined)[] = [];
    const osteon = await listenMllp({
      host: '127.0.0.1',
      port: 0,
      onMessage: (bytes) => {
        const message = parseMessage(bytes);
        heard.push(read(message, 'MSH-9.2'));
        return Promise.resolve(writeMessage(acknowledge(message, { code: 'AA', at: sent.sentAt })));
      },
    });
    const his = adtSender({ host: '127.0.0.1', port: osteon.port }, hospital, { ids: () => 'HIS1' });
    expect(await his.send(come)).toMatchObject({ controlId: 'HIS1', code: 'AA', problems: [] });
    expect(heard).toEqual(['A04']);
    await osteon.close();
  });
});
