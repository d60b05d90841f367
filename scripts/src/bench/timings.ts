const MOST_MS = 60_000;
/** Parts of a millisecond that are told apart. */
const PARTS = 10;

/** How long things took, counted by tenths of a millisecond: a million of them cost no more than one. */
export class Timings {
  readonly #counts = new Uint32Array(MOST_MS * PARTS + 1);
  #total = 0;

  add(ms: number, times = 1): void {
    const index = Math.min(MOST_MS, Math.max(0, ms)) * PARTS;
    this.#counts[Math.round(index)] = (this.#counts[Math.round(index)] ?? 0) + times;
    this.#total += times;
  }

  get total(): number {
    return this.#total;
  }

  /** Milliseconds that this share of all stayed within. */
  at(share: number): number {
    let left = Math.ceil(this.#total * share);
    const index = this.#counts.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return Math.max(0, index) / PARTS;
  }
}
