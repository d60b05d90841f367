import type { LatLng } from '@qafila/contract';
import type { MapLabels } from './labels.ts';
import type { Lang } from './paint/text.ts';
import type { ScenePick } from './scene.ts';
import type { Insets } from './scene-style.ts';

export type MapView = { readonly center: LatLng; readonly zoom: number };

export type MapLocale = { readonly lang: Lang; readonly labels: MapLabels };

export type MapEvents = {
  /** A click or tap: what was hit, or null for the bare ground. */
  readonly onPick?: (pick: ScenePick | null) => void;
  readonly onHover?: (pick: ScenePick | null) => void;
  /** The view has come to rest; for the address bar. */
  readonly onViewChange?: (view: MapView) => void;
};

export type MapOptions = MapLocale &
  MapEvents & {
    /** Without it, the map shows the scene as soon as there is one. */
    readonly view?: MapView;
    /** What the `fit` button does in place of showing the whole scene. */
    readonly insets?: Insets;
    readonly markScale?: number;
    /** Zoom, fit and layers; false on a wall. */
    readonly hasButtons?: boolean;
    /** False where the map is only looked at. */
    readonly isInteractive?: boolean;
  };
