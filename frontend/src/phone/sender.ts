/** What sending one thing came to, where it brings the sender to rest. */
export type Rest =
  | { readonly kind: 'idle' }
  /** Nothing to send until then. */
  | { readonly kind: 'held'; readonly untilMs: number }
  | { readonly kind: 'unreachable'; readonly retryAfterS?: number }
  | { readonly kind: 'ended' };

export type Sender = {
  /** There is something to send, in so many milliseconds at the latest. */
  readonly wake: (inMs?: number) => void;
  /** The network may be back: no more waiting. */
  readonly hurry: () => void;
  readonly stop: () => void;
};

type SenderDeps<Sent> = {
  readonly sendNext: () => Promise<Sent>;
  readonly hear: (sent: Sent | Rest) => Promise<void>;
  readonly nowMs: () => number;
};

const AT_REST: ReadonlySet<string> = new Set<Rest['kind']>(['idle', 'held', 'ended', 'unreachable']);
const isAtRest = (sent: { readonly kind: string }): sent is Rest => AT_REST.has(sent.kind);

/** Sends one thing after another while it can, and waits where it cannot. */
export function createSender<Sent extends { readonly kind: string }>({
  sendNext,
  hear,
  nowMs,
}: SenderDeps<Sent>): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let notBeforeMs = 0;
  let failures = 0;
  let isRunning = false;
  let isStopped = false;
  /** Something came while the last of the rest was looked at. */
  let isAsked = false;

  function wake(inMs = 0): void {
    const wantedMs = Math.max(nowMs() + inMs, notBeforeMs);
    isAsked = isRunning;
    if (isStopped || isRunning || wantedMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = wantedMs;
    timer = setTimeout(run, wantedMs - nowMs());
  }

  async function run(): Promise<void> {
    dueMs = Number.POSITIVE_INFINITY;
    isRunning = true;
    const sent = await sendAll();
    isRunning = false;
    if (isAsked) wake();
    if (sent.kind === 'held') wake(sent.untilMs - nowMs());
    if (sent.kind === 'unreachable') {
      failures += 1;
      notBeforeMs = nowMs() + Math.max(backoffMs(failures), (sent.retryAfterS ?? 0) * 1000);
      wake();
    }
  }

  /** Answers with what brought it to rest. */
  async function sendAll(): Promise<Rest> {
    for (;;) {
      // A database that fails is tried again like a network.
      const sent = await sendNext().catch((): Rest => ({ kind: 'unreachable' }));
      if (!isStopped) await hear(sent);
      if (isStopped) return { kind: 'idle' };
      if (isAtRest(sent)) return sent;
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

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** Longer after every failure, and never the same for all phones that come out of the same dead valley. */
export function backoffMs(failures: number, chance = Math.random()): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + chance / 2);
}
