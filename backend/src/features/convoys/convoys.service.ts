import type { CargoShare, Convoy, ConvoyFile, ConvoyVehicle, Stop } from '@qafila/contract';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { toShares } from './cargo.ts';
import {
  type ConvoyRow,
  type ConvoyVehicleRow,
  type Selection,
  type StopRow,
  selectConvoys,
  selectConvoyVehicles,
  selectStops,
} from './convoy-read.repository.ts';
import { selectHazardOverride } from './hazard-override.repository.ts';
import { hazardsAhead } from './hazard-override.service.ts';
import { selectCargo, selectLines, selectWaybillRefs } from './manifest-read.repository.ts';
import { readinessOf } from './readiness.ts';

type Assembled = { convoy: Convoy; stops: StopRow[] };

/** Convoys of a campaign, newest first, as far as the actor may see them. */
export async function convoysOf(ctx: Context, campaignId: string): Promise<Convoy[]> {
  await requireCampaign(ctx, campaignId);
  return (await assemble(ctx, { campaignId })).map(({ convoy }) => convoy);
}

/** @throws {Refusal} `not_found`, also for an association without goods on it */
export async function convoyForRead(ctx: Context, convoyId: string): Promise<Convoy> {
  return (await assembleOne(ctx, convoyId)).convoy;
}

/** Who has how much on each convoy of a campaign, by convoy id. */
export async function cargoOf(ctx: Context, campaignId: string): Promise<Map<string, CargoShare[]>> {
  return toShares(await selectCargo(ctx.db, campaignId, onlyAssociation(ctx.actor)));
}

export async function readFile(ctx: Context, convoyId: string): Promise<ConvoyFile> {
  const { convoy, stops } = await assembleOne(ctx, convoyId);
  const only = onlyAssociation(ctx.actor);
  const lines = await selectLines(ctx.db, convoyId, only);
  if (only !== null) {
    return { convoy, lines, waybills: [], readiness: [], hazards: [], hazardOverride: null };
  }
  const hazards = await hazardsAhead(ctx, convoy);
  const waybills = await selectWaybillRefs(ctx.db, convoyId);
  return {
    convoy,
    lines,
    waybills: waybills.map((it) => ({ ...it, settledAt: iso(it.settledAt) })),
    readiness: readinessOf({ stops, vehicles: convoy.vehicles, lines, hazards }),
    hazards,
    hazardOverride: await selectHazardOverride(ctx.db, convoyId),
  };
}

async function assembleOne(ctx: Context, convoyId: string): Promise<Assembled> {
  const [assembled] = await assemble(ctx, { convoyId });
  if (!assembled) throw new Refusal('not_found');
  return assembled;
}

async function assemble(ctx: Context, which: Selection): Promise<Assembled[]> {
  const only = onlyAssociation(ctx.actor);
  const convoys = await selectConvoys(ctx.db, which, only);
  const ids = convoys.map((it) => it.id);
  const stops = byConvoy(await selectStops(ctx.db, ids, only));
  const vehicles = byConvoy(await selectConvoyVehicles(ctx.db, ids, only));
  return convoys.map((row) => {
    const ofConvoy = stops.get(row.id) ?? [];
    return { convoy: toConvoy(row, ofConvoy, vehicles.get(row.id) ?? [], only !== null), stops: ofConvoy };
  });
}

function byConvoy<Row extends { convoyId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.convoyId, [...(groups.get(row.convoyId) ?? []), row]);
  return groups;
}

/** An outsider is told neither how to reach people nor what the note says. */
function toConvoy(
  row: ConvoyRow,
  stops: StopRow[],
  vehicles: ConvoyVehicleRow[],
  isOutsider: boolean,
): Convoy {
  const { cargoG, loadedG, ...rest } = row;
  return {
    ...rest,
    stops: stops.map(toStop),
    vehicles: vehicles.map((it) => toVehicle(it, isOutsider)),
    ...(isOutsider && { leaderPhone: '', note: '' }),
    plannedDepartureAt: row.plannedDepartureAt.toISOString(),
    loadingAt: iso(row.loadingAt),
    departedAt: iso(row.departedAt),
    arrivedAt: iso(row.arrivedAt),
    endedAt: iso(row.endedAt),
    cargoKg: cargoG / 1000,
    loadedKg: loadedG / 1000,
  };
}

function toStop({ convoyId: _, hasReceiver: __, cargoG, ...row }: StopRow): Stop {
  return {
    ...row,
    plannedArrivalAt: row.plannedArrivalAt.toISOString(),
    arrivedAt: iso(row.arrivedAt),
    unloadingAt: iso(row.unloadingAt),
    endedAt: iso(row.endedAt),
    cargoKg: cargoG / 1000,
  };
}

function toVehicle({ convoyId: _, ...row }: ConvoyVehicleRow, isOutsider: boolean): ConvoyVehicle {
  return isOutsider ? { ...row, driverPhone: '', driverLicence: '' } : row;
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
