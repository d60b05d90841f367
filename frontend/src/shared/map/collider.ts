/** Left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

const CELL = 64;

const overlap = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

function cellsOf([left, top, right, bottom]: Box): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) cells.push(`${x}:${y}`);
  }
  return cells;
}

/** Knows which parts of the screen are taken, so that no label covers a mark or another label. */
export class Collider {
  readonly #cells = new Map<string, Box[]>();
  readonly #below: Collider | null;

  /** What is taken in `below` is taken here too; what is taken here is not taken there. */
  constructor(below: Collider | null = null) {
    this.#below = below;
  }

  block(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  blockAround({ x, y }: { x: number; y: number }, radius: number): void {
    this.block([x - radius, y - radius, x + radius, y + radius]);
  }

  isFree(box: Box): boolean {
    if (this.#below && !this.#below.isFree(box)) return false;
    return cellsOf(box).every((cell) => !this.#cells.get(cell)?.some((taken) => overlap(taken, box)));
  }

  /** Takes the first free box and answers its index, or -1. */
  takeFirstFree(boxes: readonly Box[]): number {
    const index = boxes.findIndex((box) => this.isFree(box));
    const box = boxes[index];
    if (box) this.block(box);
    return index;
  }
}
