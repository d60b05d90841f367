/** The clock of the demo's telling: stands where the story is, and never runs ahead of the real one. */
export type StoryClock = {
  now: () => Date;
  at: (hoursFromNow: number) => Date;
  goTo: (hoursFromNow: number) => void;
};

const HOUR_MS = 3_600_000;

export function storyClock(real: Date): StoryClock {
  let current = real.getTime();
  const at = (hours: number) => new Date(real.getTime() + hours * HOUR_MS);
  return {
    now: () => new Date(current),
    at,
    goTo(hours) {
      current = Math.min(real.getTime(), at(hours).getTime());
    },
  };
}
