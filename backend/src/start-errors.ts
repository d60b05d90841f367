import type { Config } from './platform/config.ts';
import { isAway } from './platform/database-errors.ts';

/** Why the server does not start, and what to do about it, for whoever started it. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(...sentences: string[]) {
    super(sentences.join('\n'));
  }
}

/** The errors that people meet at the start, in their words; any other as it is. */
export function whatToDo(error: unknown, { port, host, databaseUrl }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} on ${host} is taken, by another program or by a Qafila that already runs.`,
        `Stop that one, or choose another port: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartError(
        `This user may not use port ${port}.`,
        'Choose one above 1023: PORT=3000 npm start',
      );
    case 'EADDRNOTAVAIL':
      return new StartError(
        `This machine has no address ${host}.`,
        'Set HOST to one it has, or leave it out.',
      );
    default:
      return databaseUrl !== undefined && isUnusable(error) ? unusableDatabase(error) : error;
  }
}

/** Nobody answers; or the user, the password, the database or its rules of access are not as the URL says. */
function isUnusable(error: unknown): error is Error {
  if (isAway(error)) return true;
  return error instanceof Error && 'code' in error && /^(?:28...|3D000)$/.test(String(error.code));
}

function unusableDatabase({ message }: Error): StartError {
  return new StartError(
    `The database of DATABASE_URL cannot be used: ${message}`,
    'Correct DATABASE_URL, or leave it out to use the embedded PostgreSQL.',
  );
}

/** The embedded PostgreSQL says what is wrong in words for people; a mistake of ours stays as it is. */
export function unusableDataDir(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || error.name !== 'Error') return error;
  return new StartError(
    `The database in ${dataDir} does not start: ${error.message}`,
    'Set QAFILA_DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.',
  );
}
