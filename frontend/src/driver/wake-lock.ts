/** Keeps the screen on while the page is in front, where the phone lets us: with the screen off it gives no position. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | undefined;
  const hold = () => {
    if (document.visibilityState !== 'visible') return;
    navigator.wakeLock
      .request('screen')
      .then((held) => {
        lock = held;
      })
      // On low battery it is refused.
      .catch(() => undefined);
  };
  document.addEventListener('visibilitychange', hold);
  hold();
  return () => {
    document.removeEventListener('visibilitychange', hold);
    lock?.release().catch(() => undefined);
  };
}
