import { useEffect, useRef } from 'react';

/**
 * Single keys, by their place on the keyboard so that an Arabic layout has them too; never while something is typed,
 * a dialog is open, or a modifier is held.
 */
export function useSingleKeys(isOn: boolean, actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(
    function listen() {
      if (!isOn) return;
      const onKey = (event: KeyboardEvent) => {
        const action = latest.current[event.code];
        if (!action || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
        event.preventDefault();
        action();
      };
      window.addEventListener('keydown', onKey);
      return () => window.removeEventListener('keydown', onKey);
    },
    [isOn],
  );
}

function isBusy(target: EventTarget | null): boolean {
  const isTyping =
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]');
  return isTyping !== null || document.querySelector('[role="dialog"]') !== null;
}
