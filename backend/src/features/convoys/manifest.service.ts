import { randomUUID } from 'node:crypto';
import type { ConvoyFile, FieldError, NewLine } from '@qafila/contract';
import { fieldError, LIMITS } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireActiveCampaign } from '../campaigns/index.ts';
import { type Room, requireFits } from './allotment.ts';
import { conclude, lockedConvoy, lockedConvoyOf, requireManifestOpen } from './conclude.ts';
import type { LockedConvoy } from './convoys.repository.ts';
import {
  addLines,
  dropLine,
  type LineRow,
  type LineToAdd,
  lockSources,
  type SourceRow,
  selectLineRows,
  selectRooms,
  setLineQuantity,
} from './manifest.repository.ts';
import { selectStopStates } from './stops.repository.ts';
import { issueWaybills } from './waybills.service.ts';

/** What lines may name, with what is left of it as they are taken in turn. */
type Scene = {
  sources: Map<number, SourceRow>;
  rooms: Map<string, Room>;
  stopIds: Set<string>;
  lines: Map<string, LineRow>;
};

const TOPICS = ['convoys', 'stock', 'needs'] as const;

export async function allot(ctx: Context, convoyId: string, lines: NewLine[]): Promise<ConvoyFile> {
  const convoy = await lockedConvoy(ctx, convoyId);
  requireManifestOpen(convoy);
  await requireActiveCampaign(ctx, convoy.campaignId);
  const scene = await setScene(
    ctx,
    convoy,
    lines.map((line) => line.accountId),
  );
  const errors = lines.flatMap((line, index) => referenceErrors(scene, convoy, line, index));
  if (errors.length > 0) throw refuseFields(...errors);
  const taken = merged(lines.map((line, index) => take(scene, line, `lines.${index}.quantity`)));
  requireCountable([...scene.lines.values()].filter(isOnManifest), taken);
  await addLines(ctx.db, convoyId, ctx.now(), taken);
  if (convoy.status === 'loading') await issueWaybills(ctx, convoyId);
  return await conclude(ctx, convoy, [...TOPICS], {
    action: 'convoy.goodsAllotted',
    detail: { lines: lines.length },
  });
}

export async function changeLine(ctx: Context, lineId: string, quantity: number): Promise<ConvoyFile> {
  const { convoy, line } = await lockedLine(ctx, lineId);
  if (quantity < line.loadedQuantity) {
    throw refuseFields(fieldError('quantity', 'too_small', { minimum: line.loadedQuantity }));
  }
  const scene = await setScene(ctx, convoy, [line.accountId]);
  const more = quantity - (line.quantity - line.releasedQuantity);
  if (more > 0) take(scene, { ...line, quantity: more }, 'quantity');
  await setLineQuantity(ctx.db, lineId, quantity);
  return await conclude(ctx, convoy, [...TOPICS], {
    action: 'convoy.lineChanged',
    detail: { lineId, quantity },
  });
}

export async function removeLine(ctx: Context, lineId: string): Promise<undefined> {
  const { convoy, line } = await lockedLine(ctx, lineId);
  if (line.loadedQuantity > 0) throw new Refusal('goods_still_aboard');
  await lockSources(ctx.db, [line.accountId]);
  await dropLine(ctx.db, lineId);
  await conclude(ctx, convoy, [...TOPICS], { action: 'convoy.lineRemoved', detail: { lineId } });
}

async function lockedLine(ctx: Context, lineId: string): Promise<{ convoy: LockedConvoy; line: LineRow }> {
  const convoy = await lockedConvoyOf(ctx, 'lines', lineId);
  const line = (await selectLineRows(ctx.db, convoy.id)).find((it) => it.id === lineId);
  requireManifestOpen(convoy);
  if (!line || !isOnManifest(line)) throw new Refusal('not_found');
  return { convoy, line };
}

/** Reads what the convoy and its origin offer, with the accounts locked in id order. */
async function setScene(ctx: Context, convoy: LockedConvoy, accountIds: number[]): Promise<Scene> {
  const sources = await lockSources(ctx.db, [...new Set(accountIds)]);
  const rooms = await selectRooms(ctx.db, convoy.id);
  const stops = await selectStopStates(ctx.db, convoy.id);
  const lines = await selectLineRows(ctx.db, convoy.id);
  return {
    sources: new Map(sources.map((it) => [it.accountId, it])),
    rooms: new Map(rooms.map((it) => [it.id, it])),
    stopIds: new Set(stops.map((it) => it.id)),
    lines: new Map(lines.map((it) => [keyOf(it), it])),
  };
}

function referenceErrors(scene: Scene, convoy: LockedConvoy, line: NewLine, index: number): FieldError[] {
  const source = scene.sources.get(line.accountId);
  const isHere = source?.siteId === convoy.originSiteId && source.campaignId === convoy.campaignId;
  const wrong = [
    !isHere && 'accountId',
    !scene.rooms.has(line.convoyVehicleId) && 'convoyVehicleId',
    !scene.stopIds.has(line.stopId) && 'stopId',
  ];
  return wrong
    .filter((field) => field !== false)
    .map((field) => fieldError(`lines.${index}.${field}`, 'no_such_reference'));
}

/** Takes goods from what is free and room from the vehicle, or refuses. */
function take(scene: Scene, line: NewLine, path: string): LineToAdd {
  const source = scene.sources.get(line.accountId);
  const room = scene.rooms.get(line.convoyVehicleId);
  if (!source || !room) throw new Refusal('not_found');
  const known = scene.lines.get(keyOf(line));
  const { unitWeightG, unitVolumeMl } = known ?? source.item;
  requireFits({ ...line, free: source.free, item: source.item, unitWeightG, unitVolumeMl, room, path });
  source.free -= line.quantity;
  room.freeWeightG -= line.quantity * unitWeightG;
  room.freeVolumeMl -= line.quantity * unitVolumeMl;
  const { convoyVehicleId, stopId, accountId, quantity } = line;
  const { lotId } = source;
  return {
    id: randomUUID(),
    ...{ convoyVehicleId, stopId, accountId, quantity, lotId, itemId: source.item.id },
    ...{ unitWeightG, unitVolumeMl },
  };
}

function isOnManifest(line: LineRow): boolean {
  return line.quantity > line.releasedQuantity;
}

/** A waybill is settled in one request that counts every line of it. */
function requireCountable(known: LineRow[], added: LineToAdd[]): void {
  const papers = new Map<string, Set<string>>();
  for (const line of [...known, ...added]) {
    const paper = `${line.convoyVehicleId}|${line.stopId}`;
    const keys = (papers.get(paper) ?? new Set()).add(keyOf(line));
    papers.set(paper, keys);
    if (keys.size <= LIMITS.linesPerRequest) continue;
    throw new Refusal('conflict', 'One vehicle carries no more lots to one stop than a waybill can list', {
      values: { maximum: LIMITS.linesPerRequest },
    });
  }
}

/** One row per vehicle, stop and account: a statement may raise a row only once. */
function merged(lines: LineToAdd[]): LineToAdd[] {
  const byKey = new Map<string, LineToAdd>();
  for (const line of lines) {
    const known = byKey.get(keyOf(line));
    byKey.set(keyOf(line), known ? { ...known, quantity: known.quantity + line.quantity } : line);
  }
  return [...byKey.values()];
}

function keyOf(line: Pick<NewLine, 'convoyVehicleId' | 'stopId' | 'accountId'>): string {
  return `${line.convoyVehicleId}|${line.stopId}|${line.accountId}`;
}
