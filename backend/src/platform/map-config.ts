import fs from 'node:fs';
import { z } from 'zod';

/** Tiles of others, drawn over the ground that comes with the pages. */
type Tiles = { readonly attribution: string; readonly maxZoom: number };

export type MapConfig =
  | { readonly kind: 'embedded' }
  | ({ readonly kind: 'raster'; readonly url: string } & Tiles)
  /** An archive on this machine, or at an address of its own. */
  | ({ readonly kind: 'pmtiles'; readonly file: string } & Tiles)
  | ({ readonly kind: 'pmtiles'; readonly url: string } & Tiles);

const isAddress = (text: string) => /^https?:\/\//.test(text);

/** Only the path varies, so that the one host can be named to the browser. */
const tilesUrl = z
  .string()
  .refine((text) => isAddress(text) && URL.canParse(text) && !new URL(text).host.includes('{'), {
    error: 'is an address like https://tile.example.org/{z}/{x}/{y}.png, with nothing open in its host',
  })
  .refine((text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part)), {
    error: 'has {z}, {x} and {y}',
  });

const archive = z.string().refine((text) => (isAddress(text) ? URL.canParse(text) : isFile(text)), {
  error: 'is the address of a PMTiles archive, or a file that is there',
});

const isFile = (path: string) => fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const LEAST_ZOOM = 8;
const MOST_ZOOM = 22;

export const mapVariables = {
  QAFILA_MAP: z
    .enum(['embedded', 'raster', 'pmtiles'], { error: 'is embedded, raster or pmtiles' })
    .default('embedded'),
  QAFILA_MAP_TILES_URL: tilesUrl.optional(),
  QAFILA_MAP_PMTILES: archive.optional(),
  QAFILA_MAP_ATTRIBUTION: z.string().max(200, { error: 'has at most 200 characters' }).optional(),
  QAFILA_MAP_MAX_ZOOM: z
    .string()
    .regex(/^(?:[89]|1\d|2[0-2])$/, { error: `is a whole number from ${LEAST_ZOOM} to ${MOST_ZOOM}` })
    .transform(Number)
    .optional(),
};

type MapEnvironment = z.output<z.ZodObject<typeof mapVariables>>;

/** What an OpenStreetMap server asks for, and what its own tiles go to. */
const OSM: Tiles = { attribution: '© OpenStreetMap contributors', maxZoom: 19 };

/** Null where the chosen ground lacks its address. */
export function mapConfigOf(it: MapEnvironment): MapConfig | null {
  const tiles: Tiles = {
    attribution: it.QAFILA_MAP_ATTRIBUTION ?? OSM.attribution,
    maxZoom: it.QAFILA_MAP_MAX_ZOOM ?? OSM.maxZoom,
  };
  switch (it.QAFILA_MAP) {
    case 'embedded':
      return { kind: 'embedded' };
    case 'raster':
      return it.QAFILA_MAP_TILES_URL ? { kind: 'raster', url: it.QAFILA_MAP_TILES_URL, ...tiles } : null;
    case 'pmtiles': {
      const source = it.QAFILA_MAP_PMTILES;
      if (!source) return null;
      return { kind: 'pmtiles', ...(isAddress(source) ? { url: source } : { file: source }), ...tiles };
    }
  }
}

/** The one origin that a browser fetches tiles from, besides this server. */
export function tileOrigins(map: MapConfig): { images: string[]; fetched: string[] } {
  const origins = 'url' in map ? [new URL(map.url).origin] : [];
  return { images: map.kind === 'raster' ? origins : [], fetched: map.kind === 'pmtiles' ? origins : [] };
}
