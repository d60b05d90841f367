import type { AlertKind, DriverReport, DriverReportKind } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import type { Driver } from '../../platform/drivers.ts';
import { insertReported } from './reported.repository.ts';

/** What a driver's button stands for among the alerts. */
const KINDS: Readonly<Record<DriverReportKind, AlertKind>> = {
  departed: 'left',
  arrived: 'arrived',
  problem: 'problem',
  sos: 'sos',
};

/** Raises what a driver reports; where its cause is already known, that alert stands for it. */
export async function raiseReported(
  ctx: Context,
  { convoyVehicleId, convoyId, campaignId }: Driver,
  { id, kind, at, stopId, place, note }: Omit<DriverReport, 'at'> & { at: Date },
): Promise<void> {
  const causes: Record<DriverReportKind, string> = {
    departed: 'origin',
    arrived: stopId ?? '',
    problem: id,
    sos: convoyVehicleId,
  };
  const isRaised = await insertReported(ctx.db, {
    reportId: id,
    campaignId,
    convoyId,
    convoyVehicleId,
    stopId,
    kind: KINDS[kind],
    cause: causes[kind],
    beganAt: at,
    place,
    said: note,
    now: ctx.now(),
  });
  if (isRaised) ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['alerts'] });
}
