import type { LatLng } from '@qafila/contract';
import { groupsOf } from '../lists/index.ts';
import { type CrowdedGroup, groupCrowded } from './crowding.ts';
import * as L from './leaflet-layers.ts';
import type { Px } from './pixels.ts';

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

type Placed = { readonly mark: PlaceMark; readonly at: Px };

const SIZE_PX = 24;
/** Between the marks of places that are one and the same. */
const APART_PX = 22;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Of a crowd's labels so many are read out. */
const NAMED = 6;
/** Around a crowd that is opened. */
const ROOM_PX = 64;
const radiusOf = (count: number): number => 12 + 2 * Math.log2(count);

/**
 * Shapes in their colours. What crowds is one disc with its number, ringed by what it is made of, until one is near
 * enough; places at one point are fanned out there. The list beside the map is their equal for the keyboard.
 */
export class PlaceMarks {
  readonly #map: L.Map;
  readonly #layer: L.LayerGroup;
  readonly #onPick: (id: string) => void;
  #marks: readonly PlaceMark[] = [];
  #selected = '';
  #say: (count: number) => string = String;
  readonly #draw = () => this.#redraw();

  constructor(map: L.Map, onPick: (id: string) => void) {
    this.#map = map;
    this.#layer = L.layerGroup().addTo(map);
    this.#onPick = onPick;
    map.on('zoomend', this.#draw);
  }

  /** `say`: a number as the reader writes it. The selected place is never part of a crowd. */
  set(marks: readonly PlaceMark[], selected: string, say: (count: number) => string): void {
    this.#marks = marks;
    this.#selected = selected;
    this.#say = say;
    this.#redraw();
  }

  stop(): void {
    this.#map.off('zoomend', this.#draw);
    this.#layer.remove();
  }

  #redraw(): void {
    this.#layer.clearLayers();
    const crowds = this.#crowds();
    for (const crowd of crowds) this.#addCrowd(crowd);
    const crowded = new Set(crowds.flatMap(({ members }) => members.map(({ mark }) => mark)));
    const before = new Map<string, number>();
    for (const mark of this.#marks.filter((it) => !crowded.has(it))) {
      const key = `${mark.at.lat} ${mark.at.lng}`;
      const index = before.get(key) ?? 0;
      before.set(key, index + 1);
      this.#add(mark, index);
    }
  }

  #crowds(): CrowdedGroup<Placed>[] {
    if (this.#map.getZoom() >= this.#map.getMaxZoom()) return [];
    const placed = this.#marks
      .filter(({ id }) => id !== this.#selected)
      .map((mark): Placed => ({ mark, at: this.#map.project(mark.at, this.#map.getZoom()) }));
    return groupCrowded(placed, { reachPx: APART_PX, radiusOf });
  }

  #add(mark: PlaceMark, index: number): void {
    const isSelected = mark.id === this.#selected;
    const reach = APART_PX * Math.sqrt(index);
    const angle = index * GOLDEN_ANGLE;
    const icon = L.divIcon({
      className: 'map-place-mark',
      html: htmlOf(mark, isSelected),
      iconSize: [SIZE_PX, SIZE_PX],
      iconAnchor: [SIZE_PX / 2 - reach * Math.cos(angle), SIZE_PX / 2 - reach * Math.sin(angle)],
    });
    L.marker(mark.at, { icon, keyboard: false, zIndexOffset: isSelected ? 1_000 : 0 })
      .bindTooltip(textNode([mark.label]), { direction: 'top', offset: [0, -SIZE_PX / 2] })
      .on('click', () => this.#onPick(mark.id))
      .addTo(this.#layer);
  }

  #addCrowd({ at, members }: CrowdedGroup<Placed>): void {
    const marks = members.map(({ mark }) => mark);
    const radius = radiusOf(marks.length);
    const icon = L.divIcon({
      className: 'map-place-crowd',
      html: discOf(marks, this.#say(marks.length)),
      iconSize: [2 * radius, 2 * radius],
      iconAnchor: [radius, radius],
    });
    const more = marks.length > NAMED ? [`+${this.#say(marks.length - NAMED)}`] : [];
    L.marker(this.#map.unproject([at.x, at.y], this.#map.getZoom()), { icon, keyboard: false })
      .bindTooltip(textNode([...marks.slice(0, NAMED).map(({ label }) => label), ...more]), {
        direction: 'top',
        offset: [0, -radius],
      })
      .on('click', () => this.#open(marks))
      .addTo(this.#layer);
  }

  /** Comes so near that they part. */
  #open(marks: readonly PlaceMark[]): void {
    this.#map.fitBounds(
      marks.map(({ at }) => [at.lat, at.lng]),
      { padding: [ROOM_PX, ROOM_PX] },
    );
  }
}

/** Of codes and paths of ours alone: what people typed is only ever text. */
function htmlOf({ shape, tone, isRinged }: PlaceMark, isSelected: boolean): string {
  const ring = isRinged ? ' data-ringed' : '';
  const chosen = isSelected ? ' data-selected' : '';
  return `<span data-tone="${tone}"${ring}${chosen}><svg viewBox="-1 -1 18 18" aria-hidden="true"><path fill-rule="evenodd" d="${shape}"/></svg></span>`;
}

/** Its rim shows by colour how many of it are what. */
function discOf(marks: readonly PlaceMark[], text: string): HTMLElement {
  let from = 0;
  const parts = groupsOf(marks, ({ tone }) => tone).map((its) => {
    const to = from + its.length / marks.length;
    const part = `var(--map-tone-${its[0].tone}) ${from}turn ${to}turn`;
    from = to;
    return part;
  });
  const element = document.createElement('span');
  element.style.background = `conic-gradient(${parts.join(', ')})`;
  const count = document.createElement('b');
  count.textContent = text;
  element.append(count);
  return element;
}

function textNode(lines: readonly string[]): HTMLElement {
  const element = document.createElement('span');
  for (const line of lines) {
    const row = document.createElement('div');
    row.textContent = line;
    element.append(row);
  }
  return element;
}
