import type { Worded } from '../i18n/useWord.ts';

/** Shapes in a box of 16 × 16, to be filled even-odd: the shape says the same as the colour. */
export const STAGE_SHAPES = {
  planned: 'M8 1 15 8 8 15 1 8ZM8 4.2 4.2 8 8 11.8 11.8 8Z',
  loading: 'M1.5 1.5h13v13h-13ZM4 4v8h8V4ZM6 6h4v4H6Z',
  en_route: 'M3 1.5 14.5 8 3 14.5Z',
  held: 'M3 2h3.8v12H3ZM9.2 2H13v12H9.2Z',
  arrived:
    'M8 1a5.2 5.2 0 0 1 5.2 5.2C13.2 9.8 8 15 8 15S2.8 9.8 2.8 6.2A5.2 5.2 0 0 1 8 1ZM8 4a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 8 4Z',
  unloading: 'M1.5 10h13v4.5h-13ZM6.2 1.5h3.6v3.2h3L8 9 3.2 4.7h3Z',
  settled: 'M1.2 8.6 3.8 6 6.4 8.6 12.4 2.6 15 5.2 6.4 13.8Z',
  off: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM4 6.8h8v2.4H4Z',
  delayed: 'M8 1.5 15.2 14.2H.8Z',
  incident: 'M4 1.2 8 5.2 12 1.2 14.8 4 10.8 8 14.8 12 12 14.8 8 10.8 4 14.8 1.2 12 5.2 8 1.2 4Z',
} as const;

export type Glyph = keyof typeof STAGE_SHAPES;

type GlyphTable = { readonly [Of in keyof Worded]: Readonly<Record<Worded[Of], Glyph | null>> };

/** Which shape a state of each lifecycle wears; null where the word alone is enough. */
export const STATE_GLYPHS: GlyphTable = {
  campaign: { draft: null, active: null, closed: null, archived: null },
  pledge: {
    offered: 'planned',
    accepted: 'planned',
    partly_received: 'loading',
    received: 'settled',
    withdrawn: 'off',
    cancelled: 'off',
    declined: 'off',
  },
  convoy: {
    draft: null,
    planned: 'planned',
    loading: 'loading',
    en_route: 'en_route',
    held: 'held',
    arrived: 'arrived',
    settled: 'settled',
    cancelled: 'off',
  },
  stop: {
    pending: 'planned',
    arrived: 'arrived',
    unloading: 'unloading',
    settled: 'settled',
    skipped: 'off',
  },
  association: {
    applied: 'planned',
    under_review: 'planned',
    declared: 'settled',
    suspended: 'held',
    refused: 'off',
    dissolved: 'off',
  },
  visit: { planned: 'planned', in_progress: 'en_route', finished: 'settled', cancelled: 'off' },
  finding: { open: 'delayed', answered: 'planned', closed: 'settled' },
  obligation: {
    due: 'planned',
    submitted: 'en_route',
    returned: 'delayed',
    accepted: 'settled',
    waived: 'off',
  },
  finance: { draft: 'planned', submitted: 'en_route', returned: 'delayed', accepted: 'settled' },
  alert: { raised: 'delayed', acknowledged: 'planned', cleared: 'settled', retracted: 'off' },
  referral: {
    opened: 'planned',
    referred: 'loading',
    declined: 'delayed',
    accepted: 'arrived',
    in_progress: 'en_route',
    closed: 'settled',
    withdrawn: 'off',
  },
  project: {
    proposed: 'planned',
    approved: 'loading',
    running: 'en_route',
    paused: 'held',
    declined: 'off',
    finished: 'settled',
    stopped: 'incident',
  },
};
