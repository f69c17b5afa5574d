import { isTaken } from './ports.js';

const host = '127.0.0.1';

/** The first of a row of free ports on loopback; looks from `from` on, which lies below those that the system hands out. */
export const freeRow = async (length: number, from: number): Promise<number> => {
  const row = await Promise.all(Array.from({ length }, (_, place) => isTaken(from + place, host)));
  return row.includes(true) ? freeRow(length, from + length) : from;
};

const asText = (ports: Readonly<Record<string, number>>): Record<string, string> => Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));

/** Variables of a platform at a row of 11 ports. */
export const platformPorts = (first: number): Record<string, string> =>
  asText({
    OSTEON_WEB_PORT: first,
    OSTEON_DICOM_PORT: first + 1,
    OSTEON_MLLP_PORT: first + 2,
    OSTEON_POSTGRES_PORT: first + 3,
    // The broker takes the next one too.
    OSTEON_KAFKA_PORT: first + 4,
    OSTEON_SERVICES_PORT: first + 6,
  });

/** Variables of a platform with the demo's hospital around it, at a row of 15 ports. */
export const demoPorts = (first: number): Record<string, string> => ({
  ...platformPorts(first),
  ...asText({
    OSTEON_DEMO_EMR_PORT: first + 11,
    // The archive takes the next one too.
    OSTEON_DEMO_PACS_PORT: first + 12,
    OSTEON_DEMO_DEVICE_PORT: first + 14,
  }),
});
