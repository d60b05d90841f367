import { useState } from 'react';

type Edited<It> = {
  /** What the form began with; key the form by its version. */
  started: It;
  /** Someone changed it meanwhile. */
  isStale: boolean;
  /** Begins again with what it is now. */
  reload: () => void;
  /** Begins again with what was just saved, where the form stays open after. */
  restart: (saved: It) => void;
};

/** Keeps a form at the version its editing began with, though what it edits is read again and again. */
export function useEdited<It extends { version: number }>(current: It): Edited<It> {
  const [started, setStarted] = useState(current);
  return {
    started,
    isStale: current.version !== started.version,
    reload: () => setStarted(current),
    restart: setStarted,
  };
}
