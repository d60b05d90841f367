import path from 'node:path';
import { MAP_ARCHIVE_PATH, type MapGround } from '@qafila/contract';
import { Router } from 'express';
import type { MapConfig } from '../../platform/map-config.ts';

/** What browsers are told of the map: of an archive on this machine only where it is served. */
export function mapGroundOf(map: MapConfig): MapGround {
  if (map.kind !== 'pmtiles' || 'url' in map) return map;
  const { file: _, ...rest } = map;
  return { ...rest, url: MAP_ARCHIVE_PATH };
}

/**
 * The configured archive, in the parts that are asked for. The file is the operator's word alone; nothing of the
 * request names it. `no-transform` keeps it from being compressed: a part of a compressed file is no part of the file.
 */
export function mapArchiveRoute(map: MapConfig): Router {
  const router = Router();
  if (!('file' in map)) return router;
  const headers = {
    'Cache-Control': 'public, max-age=3600, no-transform',
    'Content-Type': 'application/vnd.pmtiles',
  };
  router.get(MAP_ARCHIVE_PATH, (_req, res, next) => {
    res.sendFile(path.resolve(map.file), { dotfiles: 'allow', headers }, (error) => {
      if (!error || res.headersSent) return;
      if ('status' in error && error.status === 416) res.status(416).end();
      else next(error);
    });
  });
  return router;
}
