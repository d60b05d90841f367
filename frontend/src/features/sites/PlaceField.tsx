import { lazy, Suspense } from 'react';
import { LoadingState } from '../../shared/ui/index.ts';
import type { PlacePickerProps } from './PlacePicker.tsx';

/** The map is heavy, and few forms want it. */
const PlacePicker = lazy(async () => ({ default: (await import('./PlacePicker.tsx')).PlacePicker }));

/** A place that is set on the map. */
export function PlaceField(props: PlacePickerProps) {
  return (
    <Suspense fallback={<LoadingState rows={1} height={280} />}>
      <PlacePicker {...props} />
    </Suspense>
  );
}
