import { backoffMs, type SendingDeps, type Sent, sendNext } from './sending.ts';

export type Sender = {
  /** There is something to send, in so many milliseconds at the latest. */
  readonly wake: (inMs?: number) => void;
  /** The network may be back: no more waiting. */
  readonly hurry: () => void;
  readonly stop: () => void;
};

const AT_REST = new Set<Sent['kind']>(['idle', 'held', 'ended', 'unreachable']);

/** Sends one thing after another while it can, and waits where it cannot. */
export function createSender(deps: SendingDeps, hear: (sent: Sent) => Promise<void>): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let notBeforeMs = 0;
  let failures = 0;
  let isRunning = false;
  let isStopped = false;
  /** Something came while the last of the rest was looked at. */
  let isAsked = false;

  function wake(inMs = 0): void {
    const wantedMs = Math.max(deps.nowMs() + inMs, notBeforeMs);
    isAsked = isRunning;
    if (isStopped || isRunning || wantedMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = wantedMs;
    timer = setTimeout(run, wantedMs - deps.nowMs());
  }

  async function run(): Promise<void> {
    dueMs = Number.POSITIVE_INFINITY;
    isRunning = true;
    const sent = await sendAll();
    isRunning = false;
    if (isAsked) wake();
    if (sent.kind === 'held') wake(sent.untilMs - deps.nowMs());
    if (sent.kind === 'unreachable') {
      failures += 1;
      notBeforeMs = deps.nowMs() + Math.max(backoffMs(failures), (sent.retryAfterS ?? 0) * 1000);
      wake();
    }
  }

  /** Answers with what brought it to rest. */
  async function sendAll(): Promise<Sent> {
    for (;;) {
      // A database that fails is tried again like a network.
      const sent = await sendNext(deps).catch((): Sent => ({ kind: 'unreachable' }));
      if (!isStopped) await hear(sent);
      if (isStopped || AT_REST.has(sent.kind)) return sent;
      failures = 0;
      notBeforeMs = 0;
    }
  }

  return {
    wake,
    hurry() {
      failures = 0;
      notBeforeMs = 0;
      wake();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
