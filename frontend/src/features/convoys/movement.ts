import { type Convoy, LIMITS, type loadGoods, type unloadGoods } from '@qafila/contract';
import { useRef } from 'react';
import { createSubmission } from '../../shared/api/index.ts';
import type { Movement } from './cargo.ts';
import { useConvoyChange } from './convoy-change.ts';

/** Moves goods on or off; the same movement sent again after a failure counts once. */
export function useMovement(convoy: Convoy, endpoint: typeof loadGoods | typeof unloadGoods) {
  const ids = useRef(createSubmission());
  const change = useConvoyChange(convoy, endpoint);
  const moveAsync = async (movements: readonly Movement[]) => {
    for (let at = 0; at < movements.length; at += LIMITS.linesPerRequest) {
      const lines = movements.slice(at, at + LIMITS.linesPerRequest);
      const movementId = ids.current.keyFor(lines);
      await change.mutateAsync({ params: { convoyId: convoy.id }, body: { movementId, lines } });
      ids.current.done();
    }
  };
  return {
    moveAsync,
    /** The same where a refusal is shown from `error`. */
    move: (movements: readonly Movement[]) => void moveAsync(movements).catch(() => undefined),
    isPending: change.isPending,
    error: change.error,
  };
}
