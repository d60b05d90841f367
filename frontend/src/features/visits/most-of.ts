import type { LatLng } from '@qafila/contract';

const SHARE = 0.9;

/** Those nearest to the middle of all: a few that lie far away do not decide what is seen first. */
export function mostOf(places: readonly LatLng[]): LatLng[] {
  const middle = { lat: medianOf(places.map(({ lat }) => lat)), lng: medianOf(places.map(({ lng }) => lng)) };
  const offMiddle = ({ lat, lng }: LatLng) => Math.hypot(lat - middle.lat, lng - middle.lng);
  return places.toSorted((a, b) => offMiddle(a) - offMiddle(b)).slice(0, Math.ceil(places.length * SHARE));
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
