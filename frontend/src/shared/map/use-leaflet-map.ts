import { readServer } from '@qafila/contract';
import { type RefObject, useEffect, useState } from 'react';
import { useApiQuery } from '../api/index.ts';
import { createMap, type QafilaMap } from './create-map.ts';
import type { MapOptions } from './map-options.ts';

/**
 * Puts a map into the element and takes it away with the component. A change of language, labels, insets or listeners
 * reaches the living map; the other options count only when it is made. Null until the element is there.
 */
export function useLeafletMap(ref: RefObject<HTMLElement | null>, options: MapOptions): QafilaMap | null {
  const [map, setMap] = useState<QafilaMap | null>(null);
  const { lang, labels, insets, onPick, onHover, onViewChange } = options;

  const { data: server } = useApiQuery(readServer, {}, { staleMs: Number.POSITIVE_INFINITY });
  const ground = server?.map;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once; the effects below keep it up to date
  useEffect(() => {
    if (!ref.current) return;
    const made = createMap(ref.current, options);
    setMap(made);
    return () => {
      setMap(null);
      made.destroy();
    };
  }, [ref]);

  useEffect(() => map?.setLocale({ lang, labels }), [map, lang, labels]);
  useEffect(() => {
    if (insets) map?.setInsets(insets);
  }, [map, insets]);
  useEffect(() => {
    if (ground) map?.setGround(ground);
  }, [map, ground]);
  useEffect(() => {
    map?.setEvents({
      ...(onPick && { onPick }),
      ...(onHover && { onHover }),
      ...(onViewChange && { onViewChange }),
    });
  }, [map, onPick, onHover, onViewChange]);

  return map;
}
