/** Parts of the map that a reader may switch off. */
export const LAYER_NAMES = ['towns', 'routes', 'trails', 'hazards'] as const;
export type LayerName = (typeof LAYER_NAMES)[number];

export type AttributionPart = { readonly text: string; readonly href?: string };

/** Every word and number the map writes, in the reader's language and digits. */
export type MapLabels = {
  /** Name of the map for screen readers. */
  readonly map: string;
  /** How the map is used by keyboard. */
  readonly keys: string;
  /** What the keyboard has reached, in words. */
  readonly marks: {
    /** `name`, and which it is of how many. */
    readonly place: (reached: { name: string; number: number; count: number }) => string;
    readonly convoy: (code: string) => string;
    readonly vehicle: (code: string) => string;
    readonly vehicles: (count: number) => string;
    readonly hazard: (name: string) => string;
    readonly fire: (ageHours: number) => string;
  };
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly layers: string;
  readonly layerNames: Readonly<Record<LayerName, string>>;
  /** In full, at all sizes; GeoNames requires it. */
  readonly attribution: readonly AttributionPart[];
  /** Name of the marker that is placed when a site is picked. */
  readonly siteMarker: string;
  /** A round distance for the scale bar. */
  readonly distance: (metres: number) => string;
  /** `+42 min`. */
  readonly delay: (minutes: number) => string;
  /** A share of 1 as `78%`. */
  readonly percent: (share: number) => string;
  /** How many vehicles one disc stands for. */
  readonly count: (vehicles: number) => string;
  /** How many more destinations one ring stands for: `+2`. */
  readonly more: (count: number) => string;
};
