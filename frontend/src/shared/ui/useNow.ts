import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The present, to the minute: what falls due or grows old is drawn anew as time passes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(function tick() {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
