const BURST = 20;
const PER_SECOND = 5;

/** A bucket that holds so many requests and fills again with time; false when it is empty. */
export function createAllowance(nowMs: () => number = () => performance.now()): () => boolean {
  let left = BURST;
  let atMs = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(BURST, left + ((now - atMs) / 1000) * PER_SECOND);
    atMs = now;
    if (left < 1) return false;
    left--;
    return true;
  };
}
