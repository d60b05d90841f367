import { create } from 'zustand';

/** Times faster than life. */
export const SPEEDS = [1, 10, 30, 60, 120, 300, 600] as const;
const DEFAULT_SPEED = 60;

type ReplayState = {
  /** The instant that is shown; null: the present. Moves with every frame while it plays. */
  readonly atMs: number | null;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly seek: (atMs: number) => void;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setSpeed: (speed: number) => void;
  /** Back to the present. */
  readonly leave: () => void;
};

/** The instant that the screen shows. */
export const useReplay = create<ReplayState>()((set) => ({
  atMs: null,
  isPlaying: false,
  speed: DEFAULT_SPEED,
  seek: (atMs) => set({ atMs }),
  setPlaying: (isPlaying) => set({ isPlaying }),
  setSpeed: (speed) => set({ speed }),
  leave: () => set({ atMs: null, isPlaying: false }),
}));

export function useIsReplaying(): boolean {
  return useReplay(({ atMs }) => atMs !== null);
}
