import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { Refusal } from './refusal.ts';

/** A handler that sees a request before Express does; true when it takes it. */
export type HotHandler = (req: IncomingMessage, res: ServerResponse) => boolean;

/** Who sends headers or a body drop by drop is let go, and so is a connection on which nothing moves. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };
const SILENCE_MS = 75_000;
const CHECK_EVERY_MS = 5000;

export function createHttpServer(listener: RequestListener, hot: HotHandler): Server {
  const handle: RequestListener = (req, res) => {
    // While the server ends, a connection that is kept would only bring more requests.
    if (!server.listening) res.shouldKeepAlive = false;
    if (!hot(req, res)) listener(req, res);
  };
  const server = createServer({ ...TIMEOUTS, connectionsCheckingInterval: CHECK_EVERY_MS }, handle);
  server.setTimeout(SILENCE_MS);
  server.on('clientError', answerUnreadable);
  return server;
}

/** What could not even be read as a request still gets a problem. */
function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers_too_large' : 'malformed_request';
  const problem = new Refusal(code).toProblem();
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
