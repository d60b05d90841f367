import type { Box } from './collider.ts';
import type { LayerName, MapLabels } from './labels.ts';
import type { RingFills } from './paint/ring.ts';
import type { Lang } from './paint/text.ts';
import type { VehicleSprites } from './paint/vehicle.ts';
import type { Palette } from './palette.ts';
import type { View } from './projection.ts';

/** Pixels of the map's sides that panels cover. */
export type Insets = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** How the scene is drawn, apart from what is in it. */
export type SceneStyle = {
  readonly lang: Lang;
  readonly labels: MapLabels;
  readonly palette: Palette;
  readonly fills: RingFills;
  readonly sprites: VehicleSprites;
  /** 1 on a desk; more on a wall that is read from afar. */
  readonly markScale: number;
  readonly insets: Insets;
  readonly hidden: ReadonlySet<LayerName>;
};

/** Wholly inside the part of the window that is free, or wholly outside the window. */
export function wholeness(
  { padX, padY, width, height }: View,
  { insets }: Pick<SceneStyle, 'insets'>,
): (box: Box) => boolean {
  const window: Box = [padX, padY, width - padX, height - padY];
  const [l, t, r, b] = window;
  const free: Box = [l + insets.left + 4, t + insets.top + 4, r - insets.right - 4, b - insets.bottom - 4];
  return ([left, top, right, bottom]) =>
    (left >= free[0] && top >= free[1] && right <= free[2] && bottom <= free[3]) ||
    right < l ||
    left > r ||
    bottom < t ||
    top > b;
}
