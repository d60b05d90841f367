export { convoyAsOf } from './convoy-as-of.ts';
export { fixesAt, withProgress } from './fixes-as-of.ts';
export { ReplayBar } from './ReplayBar.tsx';
export { ReplayRibbon } from './ReplayRibbon.tsx';
export { useIsReplaying, useReplay } from './replay.store.ts';
export { trailBefore } from './track.ts';
export { useEventWords } from './useEventText.ts';
export { type ReplaySession, useReplaySession } from './useReplaySession.ts';
