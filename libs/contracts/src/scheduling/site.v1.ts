import { z } from 'zod';
import { compactedState } from '../contract.js';

const aeTitle = z.string().min(1).max(16);
const host = z.string().min(1);
const port = z.number().int().min(1).max(65535);

const sender = z.object({
  id: z.string().min(1),
  /** MSH-3 and MSH-4. */
  sendingApplication: z.string().min(1),
  sendingFacility: z.string().min(1),
  address: z.string().optional(),
  zone: z.string().optional(),
  charset: z.string().optional(),
  ackMode: z.enum(['as-asked', 'original']),
  role: z.enum(['ris', 'his']),
  /** Where this sender writes the accession number, if neither in IPC-1 nor in OBR-18. */
  accessionNumberAt: z.enum(['ORC-2', 'ORC-3', 'OBR-2', 'OBR-3', 'OBR-19', 'OBR-20']).optional(),
});

const receiver = z.object({
  id: z.string().min(1),
  host,
  port,
  /** MSH-5 and MSH-6. */
  receivingApplication: z.string().min(1),
  receivingFacility: z.string().min(1),
  version: z.enum(['2.3.1', '2.4', '2.5', '2.5.1']),
  charset: z.string(),
});

const device = z.object({
  id: z.string().min(1),
  /** A device is known by called AE title, calling AE title and source address together. */
  calledAETitle: aeTitle,
  aeTitles: z.array(aeTitle).min(1),
  addresses: z.array(z.string()).optional(),
  host: host.optional(),
  port: port.optional(),
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  worklistModalities: z.array(z.string()).min(1),
  /** DICOM defined term of worklist answers, for example ISO_IR 100 or ISO_IR 192. */
  charset: z.string(),
  /** What one exam brings, by ProtocolName: complete when all of it is here. */
  profile: z.object({ expected: z.array(z.object({ protocolName: z.string(), kind: z.enum(['image', 'results']) })) }),
});

const archive = z.object({
  id: z.string().min(1),
  aeTitle,
  callingAETitle: aeTitle,
  host,
  port,
  accepts: z.array(z.enum(['images', 'reports'])).min(1),
});

/** One facility, whole, as an administrator writes it: zone, senders, devices, receivers, precision and letterhead. */
export const siteDocument = z.object({
  facilityId: z.string().min(1),
  name: z.string().min(1),
  assigningAuthority: z.string().min(1),
  /** IANA time zone. */
  zone: z.string().min(1),
  languages: z.array(z.string()).min(1),
  /** By which policy exams are judged: one of the library (`default`, `default@1`), or the id of `policyDocument`. */
  policy: z.string().min(1),
  /** The facility's own policy, whole: an overlay of one of the library (docs/how-to/write-a-policy.md). */
  policyDocument: z.looseObject({ policy: z.string(), version: z.number() }).optional(),
  /** Whether ADT makes everybody known, or waits 30 days for somebody's first exam (absent: `withExam`). */
  keepPatients: z.enum(['withExam', 'all']).optional(),
  senders: z.array(sender),
  devices: z.array(device),
  receivers: z.array(receiver),
  archives: z.array(archive),
  precision: z.array(
    z.object({
      scannerSerial: z.string(),
      site: z.string(),
      regions: z.string(),
      /** Least significant change, g/cm2. */
      lscGcm2: z.number().positive(),
      validFrom: z.iso.date(),
    }),
  ),
  letterhead: z.object({ lines: z.array(z.string()) }),
});

/** The document with the version that scheduling gave it. Key is facilityId. */
export const Site = compactedState(
  'scheduling',
  { name: 'Site', version: 1, topic: 'sites' },
  siteDocument.extend({ version: z.number().int().positive() }),
);

export type SiteDocument = z.infer<typeof siteDocument>;
export type SiteV1 = z.infer<typeof Site.schema>;
export type SiteSender = z.infer<typeof sender>;
export type SiteReceiver = z.infer<typeof receiver>;
export type SiteDevice = z.infer<typeof device>;
export type SiteArchive = z.infer<typeof archive>;
