const CELL = 48;

type Mark<Target> = {
  readonly target: Target;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
};

/** Finds the mark under a pointer without asking each of them. */
export class HitGrid<Target> {
  readonly #cells = new Map<string, Mark<Target>[]>();
  #widest = 0;

  add(target: Target, x: number, y: number, radius: number): void {
    const key = `${Math.floor(x / CELL)}:${Math.floor(y / CELL)}`;
    const mark = { target, x, y, radius };
    const cell = this.#cells.get(key);
    if (cell) cell.push(mark);
    else this.#cells.set(key, [mark]);
    this.#widest = Math.max(this.#widest, radius);
  }

  clear(): void {
    this.#cells.clear();
    this.#widest = 0;
  }

  /** The nearest mark whose own radius, or `reach` if that is more, covers the point. */
  find(x: number, y: number, reach = 0): Target | null {
    const span = Math.max(this.#widest, reach);
    let best: { target: Target; distance: number } | null = null;
    for (const mark of this.#within(x, y, span)) {
      const distance = Math.hypot(mark.x - x, mark.y - y);
      if (distance > Math.max(mark.radius, reach)) continue;
      if (!best || distance < best.distance) best = { target: mark.target, distance };
    }
    return best?.target ?? null;
  }

  *#within(x: number, y: number, span: number): Iterable<Mark<Target>> {
    for (let cx = Math.floor((x - span) / CELL); cx <= Math.floor((x + span) / CELL); cx += 1) {
      for (let cy = Math.floor((y - span) / CELL); cy <= Math.floor((y + span) / CELL); cy += 1) {
        yield* this.#cells.get(`${cx}:${cy}`) ?? [];
      }
    }
  }
}
