import type { Stage } from './scene.ts';

/** Colours of the canvas, by the custom property each is read from. */
const TOKENS = {
  sea: '--map-sea',
  coast: '--map-coast',
  land: '--map-land',
  landSyria: '--map-land-syria',
  landFocus: '--map-land-focus',
  border: '--map-border',
  borderSyria: '--map-border-syria',
  borderGovernorate: '--map-border-governorate',
  water: '--map-water',
  relief: '--map-relief',
  roadCase: '--map-road-case',
  trunk: '--map-trunk',
  primary: '--map-primary',
  label: '--map-label',
  labelMinor: '--map-label-minor',
  labelGovernorate: '--map-label-governorate',
  labelSea: '--map-label-sea',
  labelCountry: '--map-label-country',
  labelHalo: '--map-label-halo',
  shield: '--map-shield',
  shieldInk: '--map-shield-ink',
  markLight: '--map-mark-light',
  markDark: '--map-mark-dark',
  halo: '--map-halo',
  routeGlow: '--map-route-glow',
  routeGlowQuiet: '--map-route-glow-quiet',
  ringEdge: '--map-ring-edge',
  signalFill: '--map-signal-fill',
  signalInk: '--map-signal-ink',
  fire: '--map-fire',
  hazard: '--map-hazard',
  ink: '--q-ink',
  muted: '--q-muted',
  surface: '--q-surface',
  accent: '--q-accent-text',
  planned: '--q-stage-planned',
  loading: '--q-stage-loading',
  enRoute: '--q-stage-enroute',
  delayed: '--q-stage-delayed',
  incident: '--q-stage-incident',
  settled: '--q-stage-delivered',
  covDelivered: '--q-cov-delivered',
  covAboard: '--q-cov-aboard',
  covAboardStripe: '--q-cov-aboard-stripe',
  covOnHand: '--q-cov-onhand',
  covPledged: '--q-cov-pledged-bg',
  covPledgedLine: '--q-cov-pledged-line',
} as const;

type Colour = keyof typeof TOKENS;

export type Palette = Readonly<Record<Colour, string>> & { readonly fontFamily: string };

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([colour, token]) => [colour, style.getPropertyValue(token).trim()]),
  ) as Record<Colour, string>;
  return { ...colours, fontFamily: style.fontFamily };
}

export function stageColour(palette: Palette, stage: Stage): string {
  switch (stage) {
    case 'planned':
      return palette.planned;
    case 'loading':
      return palette.loading;
    case 'en_route':
    case 'held':
    case 'arrived':
      return palette.enRoute;
    case 'settled':
      return palette.settled;
  }
}
