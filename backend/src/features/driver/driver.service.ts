import { type DriverReport, type DriverView, fieldError, wayOf } from '@qafila/contract';
import type { Actor, Context } from '../../platform/context.ts';
import type { Driver } from '../../platform/drivers.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { paceTeacher, raiseReported, roadM } from '../alerts/index.ts';
import { alertRulesOf } from '../campaigns/index.ts';
import { convoyForRead, readFile } from '../convoys/index.ts';
import { hazardsOnRoute } from '../hazards/index.ts';
import { insertReport } from './driver-reports.repository.ts';
import { driverView } from './driver-view.ts';

/** Reads for the phone what it is bound to; whom that lets in is decided before. */
const FOR_THE_DRIVER: Actor = {
  userId: '',
  name: '',
  role: 'coordinator',
  associationId: null,
  scope: 'any',
};

/** A convoy may be on its way before it is in the books. */
const ENTERED_LATE_MS = 86_400_000;

/** How far a vehicle has come along its convoy's way; null before it has been seen on it. */
export type ProgressOf = (vehicleNumber: number) => number | null;

export async function viewOf(ctx: Context, driver: Driver, progressOf: ProgressOf): Promise<DriverView> {
  const file = await readFile({ ...ctx, actor: FOR_THE_DRIVER }, driver.convoyId);
  const now = ctx.now();
  const way = wayOf(file.convoy.stops);
  const { hazardKm } = await alertRulesOf(ctx.db, driver.campaignId);
  const near = await hazardsOnRoute(ctx.db, way.line, hazardKm, now);
  const hazards = near.map((it) => ({ ...it, alongM: roadM(way, it.alongM) }));
  const { kmh } = (await paceTeacher(ctx.db))(file.convoy);
  const onTheWay = { progressM: progressOf(driver.vehicleNumber) ?? 0, paceKmh: kmh };
  const view = driverView(file, driver.convoyVehicleId, hazards, onTheWay, now);
  if (!view) throw new Refusal('not_found');
  return view;
}

/** Takes a report once, and has it stand among the alerts until a person has dealt with it. */
export async function takeReport(ctx: Context, driver: Driver, report: DriverReport): Promise<void> {
  const { stops } = await convoyForRead({ ...ctx, actor: FOR_THE_DRIVER }, driver.convoyId);
  if (report.stopId !== null && !stops.some(({ id }) => id === report.stopId)) {
    throw refuseFields(fieldError('stopId', 'no_such_reference'));
  }
  const now = ctx.now();
  const said = new Date(report.at);
  // A phone whose clock is wrong reports what happens as it is heard.
  const at = said.getTime() > driver.plannedAt.getTime() - ENTERED_LATE_MS && said <= now ? said : now;
  if (!(await insertReport(ctx.db, driver.convoyVehicleId, { ...report, at }, now))) return;
  await raiseReported(ctx, driver, { ...report, at });
}
