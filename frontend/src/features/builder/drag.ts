import type { Goods } from './goods.ts';

let inHand: Goods | undefined;

/** The goods being dragged. The browser tells a drop target only text, and that not until the drop. */
export const drag = {
  start: (goods: Goods): void => {
    inHand = goods;
  },
  /** What is dropped; the hand is empty after it. */
  take: (): Goods | undefined => {
    const goods = inHand;
    inHand = undefined;
    return goods;
  },
  isHolding: (): boolean => inHand !== undefined,
  end: (): void => {
    inHand = undefined;
  },
};
