import type { LatLng } from '@qafila/contract';
import * as L from './leaflet-layers.ts';

/** A place on a map that is not about vehicles. */
export type PlaceMark = {
  readonly id: string;
  readonly at: LatLng;
  /** A path in a box of 16 × 16; its colour is the `tone`’s in map.css. */
  readonly shape: string;
  readonly tone: string;
  readonly isRinged: boolean;
  /** Shown on hover; already localised. */
  readonly label: string;
};

const SIZE_PX = 24;
/** Between the marks of places that are one and the same. */
const APART_PX = 22;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Shapes in their colours; places at one point are fanned out. The list beside the map is their equal for the keyboard. */
export class PlaceMarks {
  readonly #layer: L.LayerGroup;
  readonly #onPick: (id: string) => void;

  constructor(map: L.Map, onPick: (id: string) => void) {
    this.#layer = L.layerGroup().addTo(map);
    this.#onPick = onPick;
  }

  set(marks: readonly PlaceMark[], selected: string): void {
    this.#layer.clearLayers();
    const before = new Map<string, number>();
    for (const mark of marks) {
      const key = `${mark.at.lat} ${mark.at.lng}`;
      const index = before.get(key) ?? 0;
      before.set(key, index + 1);
      this.#add(mark, index, mark.id === selected);
    }
  }

  #add(mark: PlaceMark, index: number, isSelected: boolean): void {
    const reach = APART_PX * Math.sqrt(index);
    const angle = index * GOLDEN_ANGLE;
    const icon = L.divIcon({
      className: 'map-place-mark',
      html: htmlOf(mark, isSelected),
      iconSize: [SIZE_PX, SIZE_PX],
      iconAnchor: [SIZE_PX / 2 - reach * Math.cos(angle), SIZE_PX / 2 - reach * Math.sin(angle)],
    });
    L.marker(mark.at, { icon, keyboard: false, zIndexOffset: isSelected ? 1_000 : 0 })
      .bindTooltip(textNode(mark.label), { direction: 'top', offset: [0, -SIZE_PX / 2] })
      .on('click', () => this.#onPick(mark.id))
      .addTo(this.#layer);
  }

  stop(): void {
    this.#layer.remove();
  }
}

/** Of codes and paths of ours alone: what people typed is only ever text. */
function htmlOf({ shape, tone, isRinged }: PlaceMark, isSelected: boolean): string {
  const ring = isRinged ? ' data-ringed' : '';
  const chosen = isSelected ? ' data-selected' : '';
  return `<span data-tone="${tone}"${ring}${chosen}><svg viewBox="-1 -1 18 18" aria-hidden="true"><path fill-rule="evenodd" d="${shape}"/></svg></span>`;
}

function textNode(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}
