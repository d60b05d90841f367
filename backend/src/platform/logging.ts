import { randomUUID } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import type { Config } from './config.ts';

export type { Logger } from 'pino';

/** `destination`: standard output, unless it says otherwise. */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: describeError }, base: null };
  return destination ? pino(options, destination) : pino(options);
}

/** One line a request: method, path without its query, status and time. No headers, bodies or addresses. */
export function requestLogging(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    customLogLevel: (_req, res, error) => levelOf(res.statusCode, error),
    serializers: {
      req: (req: { id: unknown; method: string; originalUrl?: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: pathOf(req.originalUrl ?? req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: describeError,
    },
    wrapSerializers: false,
  });
}

function levelOf(status: number, error: Error | undefined): 'error' | 'warn' | 'info' | 'debug' {
  if (error || status >= 500) return 'error';
  if (status >= 400) return 'info';
  return 'debug';
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

/** Classes of PostgreSQL errors whose messages quote what somebody typed. */
const QUOTES_VALUES = /^(22|23)/;

/** An error without the values of its query: those are people's data. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isFromDatabase = 'severity' in error;
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...('constraint' in error && { constraint: error.constraint }),
    message: isFromDatabase ? withoutValues(error.message, code ?? '') : error.message,
    stack: framesOf(error.stack),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** The query stays, for it has placeholders; what the database said stays unless it quotes values. */
function withoutValues(message: string, code: string): string {
  if (!QUOTES_VALUES.test(code)) return message;
  return `${message.slice(0, Math.max(message.lastIndexOf(' - '), 0))} - refused`;
}

function framesOf(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
