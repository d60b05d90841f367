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

type Free = (box: Box) => boolean;

/** Wholly inside the part of the window that panels leave free. */
export function freeInWindow(
  { padX, padY, width, height }: View,
  { insets }: Pick<SceneStyle, 'insets'>,
): Free {
  const [l, t] = [padX + insets.left + 4, padY + insets.top + 4];
  const [r, b] = [width - padX - insets.right - 4, height - padY - insets.bottom - 4];
  return ([left, top, right, bottom]) => left >= l && top >= t && right <= r && bottom <= b;
}

/** The same, or wholly outside the window. */
export function wholeness(view: View, style: Pick<SceneStyle, 'insets'>): Free {
  const isFree = freeInWindow(view, style);
  const { padX, padY, width, height } = view;
  return (box) => {
    const [left, top, right, bottom] = box;
    return isFree(box) || right < padX || left > width - padX || bottom < padY || top > height - padY;
  };
}
