import { useEffect, useRef, useState } from 'preact/hooks';

/** Words are kept while they are written, not only when the hand leaves them: the browser may be killed any time. */
const PAUSE_MS = 500;

/** What is being typed, how to change it, and how to save it at once. */
export function useDraft(
  saved: string,
  onSave: (text: string) => void,
): [text: string, change: (text: string) => void, save: () => void] {
  const [text, setText] = useState(saved);
  const saving = useRef(onSave);
  saving.current = onSave;
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>();
  const save = () => {
    if (!pending.current) return;
    const { text: typed, timer } = pending.current;
    clearTimeout(timer);
    pending.current = undefined;
    saving.current(typed);
  };
  const change = (typed: string) => {
    clearTimeout(pending.current?.timer);
    pending.current = { text: typed, timer: setTimeout(save, PAUSE_MS) };
    setText(typed);
  };
  const last = useRef(save);
  last.current = save;
  useEffect(function saveOnLeaving() {
    const leave = () => last.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return [text, change, save];
}
