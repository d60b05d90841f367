import type { LatLng } from '@qafila/contract';
import * as L from './leaflet-layers.ts';

const PIN =
  '<svg viewBox="0 0 32 40" aria-hidden="true"><path d="M16 1.5a14 14 0 0 1 14 14c0 9.6-14 23-14 23S2 25.100 2 15.5a14 14 0 0 1 14-14Z"/><circle cx="16" cy="15.500" r="5.500"/></svg>';

const DECIMALS = 5;

const rounded = ({ lat, lng }: LatLng): LatLng => ({
  lat: Number(lat.toFixed(DECIMALS)),
  lng: Number(lng.toFixed(DECIMALS)),
});

export type SitePickerOptions = {
  readonly initial: LatLng | null;
  readonly onChange: (at: LatLng) => void;
  readonly markerLabel: string;
  /** The marker stays where it is: the place is only looked at. */
  readonly isFixed?: boolean;
};

/**
 * Places one marker: by a click, by dragging it, or, from the keyboard, with Enter in the middle of the map, which a
 * cross marks while the map has the focus.
 */
export class SitePicker {
  readonly #map: L.Map;
  readonly #options: SitePickerOptions;
  #marker: L.Marker | null = null;

  constructor(map: L.Map, options: SitePickerOptions) {
    this.#map = map;
    this.#options = options;
    if (!options.isFixed) {
      map.getContainer().classList.add('is-picking');
      map.on('click', this.#onClick);
      map.getContainer().addEventListener('keydown', this.#onKey);
    }
    if (options.initial) this.set(options.initial);
  }

  /** Moves the marker without reporting it, as when coordinates are typed. */
  set(at: LatLng | null): void {
    if (!at) {
      this.#marker?.remove();
      this.#marker = null;
    } else if (this.#marker) this.#marker.setLatLng(at);
    else this.#marker = this.#makeMarker(at);
  }

  stop(): void {
    this.#marker?.remove();
    this.#map.off('click', this.#onClick);
    const container = this.#map.getContainer();
    container.removeEventListener('keydown', this.#onKey);
    container.classList.remove('is-picking');
  }

  #makeMarker(at: LatLng): L.Marker {
    const icon = L.divIcon({
      className: 'map-site-pin',
      html: PIN,
      iconSize: [32, 40],
      iconAnchor: [16, 39],
    });
    const { markerLabel, isFixed = false } = this.#options;
    const marker = L.marker(at, { icon, draggable: !isFixed, title: markerLabel, alt: markerLabel });
    marker.on('dragend', () => this.#options.onChange(rounded(marker.getLatLng())));
    return marker.addTo(this.#map);
  }

  #place(at: LatLng): void {
    const place = rounded(at);
    this.set(place);
    this.#options.onChange(place);
  }

  readonly #onClick = (event: L.LeafletMouseEvent): void => this.#place(event.latlng.wrap());

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== this.#map.getContainer()) return;
    event.preventDefault();
    this.#place(this.#map.getCenter());
  };
}
