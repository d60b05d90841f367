const LENGTH_MAX = 60;

/** What a tracker raises, in lower case as Traccar names it, several with commas between; null when it raises nothing. */
export function alarmIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return value.trim().toLowerCase().slice(0, LENGTH_MAX) || null;
}

export function isSos(alarm: string | null): boolean {
  return alarm?.split(',').includes('sos') ?? false;
}
