import type { ConvoyVehicle } from '@qafila/contract';
import { useEffect } from 'react';
import { toLatinDigits } from '../../shared/format/index.ts';

/** Where a digit is what someone types, not a choice. */
const TYPING = 'input, textarea, select, [contenteditable], [role="dialog"]';

/** 1–9, in any digits, choose the vehicle that goods are added to. */
export function useVehicleKeys(
  vehicles: readonly ConvoyVehicle[],
  choose: (vehicle: ConvoyVehicle) => void,
): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const vehicle = isTyping(event) ? undefined : vehicles[placeOf(event.key)];
      if (vehicle) choose(vehicle);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

function isTyping({ altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || (target instanceof Element && target.closest(TYPING) !== null);
}

/** The place that a digit stands for, counted from zero; −1 for any other key. */
function placeOf(key: string): number {
  return /^[1-9]$/.test(toLatinDigits(key)) ? Number(toLatinDigits(key)) - 1 : -1;
}
