import { type PledgeStatus, recounted } from '@qafila/contract';

/** What it does to a pledge that some of what was counted in never came. */
export type PledgeEffect = {
  /** The state it goes back to; undefined where it stays in the one it is in. */
  status: PledgeStatus | undefined;
  /** Awaited from it again; zero where only what came beyond the promise is taken off. */
  awaitedAgain: number;
};

type Counted = Parameters<typeof recounted>[0];

/** Undefined where the pledge has not counted in so much. */
export function effectOfMiscount(pledge: Counted, quantity: number): PledgeEffect | undefined {
  const after = recounted(pledge, quantity);
  if (!after) return undefined;
  return {
    status: after.status === pledge.status ? undefined : after.status,
    awaitedAgain: pledge.receivedQuantity - after.receivedQuantity,
  };
}
