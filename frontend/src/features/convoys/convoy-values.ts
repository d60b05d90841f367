import type { StopDraft } from './stops-draft.ts';

/** What the form of a convoy holds while it is written. */
export type ConvoyValues = {
  originSiteId: string | null;
  plannedDepartureAt: string | null;
  leaderName: string;
  leaderPhone: string;
  note: string;
  stops: StopDraft[];
};
