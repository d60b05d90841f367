import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TRACK_MEDIA_TYPES, type TrackFormat } from '@qafila/contract';
import type { Response } from 'express';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { convoyForRead } from '../convoys/index.ts';
import { convoySpans, goodTrack } from '../positions/index.ts';
import { WRITERS } from './track-files.ts';

type Asked = { convoyId: string; format: TrackFormat; vehicleId: string | undefined };

/** Sends every good fix of the convoy, or of one of its vehicles, as it is read. */
export async function sendTrack(ctx: Context, asked: Asked, res: Response): Promise<Response> {
  const { convoyId, format, vehicleId } = asked;
  const convoy = await convoyForRead(ctx, convoyId);
  const all = await convoySpans(ctx.db, { convoyId }, null, ctx.now());
  const spans = all.filter((span) => vehicleId === undefined || span.vehicleId === vehicleId);
  if (vehicleId !== undefined && spans.length === 0) throw new Refusal('not_found');
  const name = [convoy.code, ...(vehicleId === undefined ? [] : spans.map(({ plate }) => plate))].join(' ');
  res
    .attachment(`${name.replaceAll(/[/\\]/g, '-')}.${format}`)
    .type(TRACK_MEDIA_TYPES[format])
    .set('Cache-Control', 'private, no-store');
  if (res.req.method === 'HEAD') return res.end();
  const vehicles = spans.map((span) => ({ ...span, pages: goodTrack(ctx.db, span) }));
  const text = WRITERS[format]({ convoyCode: convoy.code, writtenAt: ctx.now(), vehicles });
  await pipeline(Readable.from(text), res).catch(unlessLeft);
  return res;
}

/** Who breaks off a download wants no answer. */
function unlessLeft(error: unknown): void {
  const hasLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (!hasLeft) throw error;
}
