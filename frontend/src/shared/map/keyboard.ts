import type * as L from 'leaflet';
import type { SceneLayer } from './scene-layer.ts';
import { keyOf, markTowards, type SceneTarget, type TargetMark } from './scene-targets.ts';

export type KeyboardListeners = {
  readonly onChoose: (target: SceneTarget) => void;
  readonly onFit: () => void;
  /** What the keyboard has reached, and which it is of how many; null when it has left. */
  readonly onReach: (reached: { name: string; number: number; count: number } | null) => void;
};

/**
 * The map by keyboard. Leaflet pans and zooms; here Enter goes to the mark nearest the middle, arrow keys then lead from
 * mark to mark and Page Up and Page Down through all of them, Enter chooses and Escape goes back to panning. Home shows
 * everything. Tab always leaves the map.
 */
export class MapKeyboard {
  readonly #map: L.Map;
  readonly #layer: SceneLayer;
  readonly #listeners: KeyboardListeners;
  #reached: SceneTarget | null = null;

  constructor(map: L.Map, layer: SceneLayer, listeners: KeyboardListeners) {
    this.#map = map;
    this.#layer = layer;
    this.#listeners = listeners;
    const container = map.getContainer();
    container.addEventListener('keydown', this.#onKey, { capture: true });
    container.addEventListener('blur', () => this.#reach(null));
    container.addEventListener('pointerdown', () => this.#reach(null));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const container = this.#map.getContainer();
    const isOurs = event.target === container && !container.classList.contains('is-picking');
    if (!isOurs || event.ctrlKey || event.metaKey || event.altKey || !this.#act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** False for a key that means nothing here. */
  #act(key: string): boolean {
    const marks = this.#layer.marksInWindow();
    const reached = this.#reached;
    const here = reached ? marks.findIndex(({ target }) => keyOf(target) === keyOf(reached)) : -1;
    switch (key) {
      case 'Home':
        this.#listeners.onFit();
        return true;
      case 'PageDown':
        this.#reach(marks[(here + 1) % marks.length] ?? null);
        return true;
      case 'PageUp':
        this.#reach(marks.at(here < 0 ? -1 : here - 1) ?? null);
        return true;
      case 'Enter':
        if (reached) this.#listeners.onChoose(reached);
        else this.#reach(this.#nearestTheMiddle(marks));
        return true;
      case 'Escape':
        this.#reach(null);
        return reached !== null;
      default:
        return this.#follow(marks, marks[here], key);
    }
  }

  #follow(marks: readonly TargetMark[], from: TargetMark | undefined, key: string): boolean {
    if (!from || !key.startsWith('Arrow')) return false;
    const next = markTowards(marks, from.at, key);
    if (next) this.#reach(next);
    return true;
  }

  #nearestTheMiddle(marks: readonly TargetMark[]): TargetMark | null {
    const middle = this.#layer.middle();
    const distance = ({ at }: TargetMark) => Math.hypot(at.x - middle.x, at.y - middle.y);
    return marks.reduce<TargetMark | null>(
      (best, mark) => (best && distance(best) <= distance(mark) ? best : mark),
      null,
    );
  }

  #placeOf(target: SceneTarget): { name: string; number: number; count: number } {
    const marks = this.#layer.marksInWindow();
    const number = marks.findIndex((mark) => keyOf(mark.target) === keyOf(target)) + 1;
    return { name: this.#layer.nameOf(target), number, count: marks.length };
  }

  #reach(mark: TargetMark | null): void {
    if (!mark && !this.#reached) return;
    this.#reached = mark?.target ?? null;
    this.#layer.setFocused(this.#reached);
    this.#listeners.onReach(this.#reached && this.#placeOf(this.#reached));
  }
}
