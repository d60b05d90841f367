import type { ConvoyFile, setLegRoute } from '@qafila/contract';
import { convoyLifecycle, stopLifecycle } from '@qafila/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { conclude, lockedConvoyOf } from './conclude.ts';
import { type Leg, ledToEnds, legTo } from './legs.ts';
import { type LegEnds, selectLegEnds, updateLeg } from './stops.repository.ts';

type Asked = z.output<typeof setLegRoute.body>;

/** @throws {Refusal} `transition_not_allowed` once the stop is over: how its convoy came there is history */
export async function layLeg(ctx: Context, stopId: string, asked: Asked): Promise<ConvoyFile> {
  const convoy = await lockedConvoyOf(ctx, 'stops', stopId);
  const stop = await selectLegEnds(ctx.db, stopId);
  if (!stop) throw new Refusal('not_found');
  if (convoyLifecycle.isTerminal(convoy.status) || stopLifecycle.isTerminal(stop.status)) {
    throw new Refusal('transition_not_allowed');
  }
  const leg = laid(stop, asked);
  await updateLeg(ctx.db, stopId, leg);
  return await conclude(ctx, convoy, ['convoys'], {
    action: 'stop.routeLaid',
    detail: { stopId, kind: leg.routeKind, distanceM: leg.distanceM, beforeM: stop.distanceM },
  });
}

function laid({ from, to }: LegEnds, asked: Asked): Leg {
  if (asked.kind === 'straight') return legTo(from, to, undefined);
  const { line, errors } = ledToEnds(from, to, asked.line);
  if (errors.length > 0) throw refuseFields(...errors);
  return { ...legTo(from, to, line), routeKind: asked.kind };
}
