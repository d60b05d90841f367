import { useEffect, useState } from 'react';

/** A wall of full HD shows marks half as large again as a desk does. */
const FULL_HD = { width: 1920, height: 1080, scale: 1.5 };
const STEP = 0.25;

function scaleOf({ innerWidth, innerHeight }: Window): number {
  if (innerWidth < innerHeight) return 1;
  const share = Math.min(innerWidth / FULL_HD.width, innerHeight / FULL_HD.height);
  return Math.max(1, Math.round((share * FULL_HD.scale) / STEP) * STEP);
}

/** How much larger than on a desk the map's marks are, for the size of this screen. */
export function useWallScale(): number {
  const [scale, setScale] = useState(() => scaleOf(window));
  useEffect(function follow() {
    const onResize = () => setScale(scaleOf(window));
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return scale;
}
