import { Command } from 'commander';
import { startEmr } from './emr.js';
import { morning } from './morning.js';
import { controlIds, orderSender } from './order-sender.js';
import type { OrderControl } from './order.js';
import { startPacs } from './pacs.js';

const program = new Command('hospital').description('The peers of a hospital: order sender, record system, picture archive');

/** Ends when the process is asked to, after what is under way. */
const untilAsked = (close: () => Promise<void>): void => {
  const end = (): void => void close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
};

interface OrderWords {
  readonly host: string;
  readonly port: string;
  readonly date: string;
  readonly zone: string;
  readonly run: string;
  readonly facility: string;
  readonly station?: string;
  readonly control: OrderControl;
}

program
  .command('order')
  .description('sends the orders of a morning and prints what was answered')
  .option('--host <host>', 'where the filler listens', '127.0.0.1')
  .option('--port <port>', 'its MLLP port', '2575')
  .option('--date <date>', 'YYYY-MM-DD', new Date().toISOString().slice(0, 10))
  .option('--zone <zone>', 'IANA time zone of the hospital', 'Europe/Berlin')
  .option('--run <run>', 'part of every number: one run, one set of orders', Date.now().toString(36).slice(-6))
  .option('--facility <id>', 'MSH-4 and authority of patient numbers', 'NORTH')
  .option('--station <ae>', 'AE title of the densitometer')
  .option('--control <code>', 'NW, XO or CA', 'NW')
  .action(async ({ host, port, date, zone, run, facility, station, control }: OrderWords) => {
    const hospital = { zone, application: 'RIS', facility, authority: facility };
    const sender = orderSender({ host, port: Number(port) }, hospital, { ids: controlIds('RIS') });
    for (const order of morning({ date, zone, run, stationAETitle: station })) {
      const { controlId, code, problems, outcome } = await sender.send(order, control);
      console.log(JSON.stringify({ order: order.placerOrderNumber, form: order.form, controlId, outcome: outcome.kind, code, problems }));
      if (code !== 'AA') process.exitCode = 1;
    }
  });

program
  .command('emr')
  .description('receives reports over MLLP, keeps and acknowledges them')
  .option('--host <host>', 'address to listen on', '127.0.0.1')
  .option('--port <port>', 'MLLP port', '2576')
  .option('--folder <folder>', 'where messages and PDFs are kept')
  .action(async ({ host, port, folder }: { host: string; port: string; folder?: string }) => {
    const emr = await startEmr({
      host,
      port: Number(port),
      folder,
      onReport: ({ controlId, accessionNumber }) => console.log(JSON.stringify({ controlId, accessionNumber })),
    });
    console.log(JSON.stringify({ emr: emr.port }));
    untilAsked(emr.close);
  });

program
  .command('pacs')
  .description('receives DICOM objects and keeps them as files')
  .requiredOption('--folder <folder>', 'where the files are kept')
  .option('--host <host>', 'address to listen on', '127.0.0.1')
  .option('--port <port>', 'DICOM port', '11113')
  .option('--ae <title>', 'its AE title', 'PACS')
  .action(async ({ host, port, ae, folder }: { host: string; port: string; ae: string; folder: string }) => {
    const pacs = await startPacs({
      host,
      port: Number(port),
      aeTitle: ae,
      folder,
      onObject: ({ SOPClassUID, SOPInstanceUID, AccessionNumber }) =>
        console.log(JSON.stringify({ SOPClassUID, SOPInstanceUID, AccessionNumber })),
    });
    console.log(JSON.stringify({ pacs: pacs.port }));
    untilAsked(pacs.close);
  });

await program.parseAsync();
