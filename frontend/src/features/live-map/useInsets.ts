import { useMemo } from 'react';
import { directionOf, usePreferences } from '../../shared/i18n/index.ts';
import { type Insets, NO_INSETS } from '../../shared/map/index.ts';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import type { DrawerSize } from './Drawer.tsx';

/** A sheet that covers more than this leaves no map to keep clear. */
const LARGEST_SHEET = 0.6;
/** The time line lies below the map and is covered first. */
const TIME_LINE_PX = 68;

/** The sides of the map that the drawer covers: its end on a desk, its foot on a phone. */
export function useInsets({ width, height }: DrawerSize): Insets {
  const isPhone = useIsPhone();
  const isRtl = usePreferences(({ language }) => directionOf(language) === 'rtl');
  return useMemo(() => {
    if (isPhone) {
      const ofMap = Math.max(0, height - TIME_LINE_PX);
      return { ...NO_INSETS, bottom: Math.min(ofMap, window.innerHeight * LARGEST_SHEET) };
    }
    return { ...NO_INSETS, [isRtl ? 'left' : 'right']: width };
  }, [isPhone, isRtl, width, height]);
}
