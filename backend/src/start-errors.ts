import type { Config } from './platform/config.ts';

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
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case '28P01':
    case '3D000':
      if (databaseUrl === undefined) return error;
      return new StartError(
        `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : ''}`,
        'Correct DATABASE_URL, or leave it out to use the embedded PostgreSQL.',
      );
    default:
      return error;
  }
}
