export type ScaleBar = { readonly metres: number; readonly widthPx: number };

/** The longest round distance (1, 2, 3 or 5 times a power of ten) that is no wider than the room there is. */
export function scaleBar(metresPerPx: number, maxPx: number): ScaleBar {
  const most = metresPerPx * maxPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 3, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, widthPx: metres / metresPerPx };
}
