import { useEffect, useState } from 'react';
import type { Count } from './count.ts';
import { type Draft, dropDraft, keepDraft, recallDraft } from './draft.ts';

/** What is being typed on a waybill's page; it outlives a reload, and ends with the settlement. */
export function useDraft(waybillId: string) {
  const [draft, setDraft] = useState<Draft>(() => recallDraft(waybillId));
  useEffect(() => keepDraft(waybillId, draft), [waybillId, draft]);
  return {
    draft,
    set: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    setCount: (lineId: string, count: Count) =>
      setDraft((before) => ({ ...before, counts: { ...before.counts, [lineId]: count } })),
    drop: () => dropDraft(waybillId),
  };
}

export type DraftState = ReturnType<typeof useDraft>;
