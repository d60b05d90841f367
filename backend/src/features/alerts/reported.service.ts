import type { AlertKind, DriverReport, DriverReportKind } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import type { Driver } from '../../platform/drivers.ts';
import { isCallTakenUp, raiseOrAdd } from './reported.repository.ts';

/** What a driver's button stands for among the alerts. */
const KINDS: Readonly<Record<DriverReportKind, AlertKind>> = {
  departed: 'left',
  arrived: 'arrived',
  problem: 'problem',
  sos: 'sos',
};

/**
 * Raises what a driver reports; where its cause is already known, that alert stands for it and takes the driver's words.
 * A call for help that comes after one was taken up is another.
 */
export async function raiseReported(
  ctx: Context,
  { convoyVehicleId, convoyId, campaignId }: Driver,
  { id, kind, at, stopId, place, note }: Omit<DriverReport, 'at'> & { at: Date },
): Promise<void> {
  const causes: Record<DriverReportKind, string> = {
    departed: 'origin',
    arrived: stopId ?? '',
    problem: id,
    sos: (await isCallTakenUp(ctx.db, convoyVehicleId)) ? id : convoyVehicleId,
  };
  await raiseOrAdd(ctx.db, {
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
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['alerts'] });
}
