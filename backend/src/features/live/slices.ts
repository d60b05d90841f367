/** Others wait no longer than this at a time. */
const SLICE_MS = 1;

export type Slices = {
  /** Takes a job that pauses after each small step; resolves when no job is left. */
  run: (job: Iterator<void>) => Promise<void>;
  close: () => void;
};

/** Runs jobs one after the other in slices, between which the process does its other work. */
export function createSlices(): Slices {
  const jobs: Iterator<void>[] = [];
  let running: Promise<void> | undefined;

  function slice(done: () => void): void {
    const until = performance.now() + SLICE_MS;
    while (jobs[0] && performance.now() < until) if (jobs[0].next().done) jobs.shift();
    if (jobs.length > 0) setImmediate(slice, done);
    else done();
  }

  return {
    run(job) {
      jobs.push(job);
      running ??= new Promise<void>((resolve) => setImmediate(slice, resolve)).finally(() => {
        running = undefined;
      });
      return running;
    },
    close() {
      jobs.length = 0;
    },
  };
}
