import { type HazardArea, LIMITS } from '@qafila/contract';
import { z } from 'zod';
import { parseJson } from '../../platform/json-rules.ts';
import {
  type ReadHazard,
  type Reading,
  type ReadingOptions,
  RowFault,
  readRows,
  refuseMany,
  unreadable,
} from './parsing.ts';
import {
  areaFrom,
  instantFrom,
  keyOfContents,
  nameFrom,
  noteFrom,
  requireOrder,
  severityFrom,
} from './zone-values.ts';

/** What the coordinates hold is looked at until the first fault: to list them all would take longer than to read. */
const Geometry = z.object({
  type: z.enum(['Polygon', 'MultiPolygon', 'Point']),
  coordinates: z.array(z.unknown()).min(1),
});
type Geometry = z.infer<typeof Geometry>;

const Properties = z.record(z.string(), z.unknown());
type Properties = z.infer<typeof Properties>;
const Feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string().min(1).max(200), z.number()]).optional(),
  geometry: z.unknown(),
  properties: Properties.nullish(),
});
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
const NamedCrs = z.object({ crs: z.object({ properties: z.object({ name: z.string() }) }) });

/** Zones of a GeoJSON file, or circles where a point says its radius. */
export function readGeoJson(text: string, options: ReadingOptions): Reading {
  const file = parsed(text);
  if (file === undefined) return unreadable('geojson', 'text', 'unreadable');
  if (isOfAnotherCrs(file)) return unreadable('geojson', 'crs', 'unsupported_crs');
  const collection = Collection.safeParse(file);
  const rows = collection.success ? collection.data.features : [file];
  if (rows.length > LIMITS.hazardRows) return unreadable('geojson', 'features', 'too_many_rows');
  return readRows('geojson', rows, 1, (row) => zonesOf(row, options));
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** GeoJSON knows one system since 2016; older files may name another. */
function isOfAnotherCrs(file: unknown): boolean {
  const named = NamedCrs.safeParse(file);
  return named.success && !/(?:CRS84|EPSG:{1,2}4326)$/i.test(named.data.crs.properties.name);
}

function zonesOf(row: unknown, options: ReadingOptions): ReadHazard[] {
  const feature = Feature.safeParse(row);
  const { id, geometry, properties } = feature.success
    ? feature.data
    : { id: undefined, geometry: row, properties: null };
  const told = toldOf(properties ?? {}, options);
  const key = id ?? keyOfContents([geometry, properties]);
  return areasOf(geometry, properties ?? {}).map((area, index) => ({
    ...told,
    area,
    externalKey: `geojson:${key}#${index}`,
  }));
}

function toldOf(
  properties: Properties,
  { now, validTo: givenTo }: ReadingOptions,
): Omit<ReadHazard, 'area' | 'externalKey'> {
  const from = instantFrom(textOf(properties, 'validFrom', 'valid_from', 'onset', 'effective'), 'validFrom');
  const to = instantFrom(textOf(properties, 'validTo', 'valid_to', 'expires'), 'validTo') ?? givenTo;
  if (!to) throw new RowFault('validTo', 'required');
  const validFrom = from ?? now;
  if (from) requireOrder(from, to, 'validTo');
  return {
    source: 'geojson',
    severity: severityFrom(textOf(properties, 'severity'), 'severity'),
    name: nameFrom(textOf(properties, 'name', 'title', 'event'), 'name'),
    note: noteFrom(textOf(properties, 'note', 'description'), 'note'),
    validFrom,
    validTo: to < validFrom ? validFrom : to,
    frpMw: null,
    confidencePct: null,
  };
}

/** The first of these properties that is there, as text. */
function textOf(properties: Properties, ...names: string[]): string {
  const value = names.map((name) => properties[name]).find((it) => it !== undefined && it !== null);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function areasOf(given: unknown, properties: Properties): HazardArea[] {
  const { type, coordinates } = geometryOf(given);
  if (type === 'Point') return [circleOf(coordinates, properties)];
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  refuseMany(polygons, 'geometry');
  return polygons.map(polygonOf);
}

function geometryOf(given: unknown): Geometry {
  const geometry = Geometry.safeParse(given);
  if (geometry.success) return geometry.data;
  const isKnown = geometry.error.issues.every(({ path }) => path[0] === 'coordinates');
  throw new RowFault('geometry', isKnown ? 'invalid_value' : 'unsupported_geometry');
}

/** Islands without fire are not worth the risk: a zone is all that its outer ring holds. */
function polygonOf(rings: unknown): HazardArea {
  const [outer] = listIn(rings);
  return areaFrom({ type: 'polygon', ring: listIn(outer).map(pairOf) }, 'geometry');
}

/** From [lng, lat], perhaps with a height: the other order than ours. */
function pairOf(position: unknown): [lat: number, lng: number] {
  const [lng, lat] = listIn(position);
  if (typeof lng !== 'number' || typeof lat !== 'number') throw new RowFault('geometry', 'invalid_value');
  return [lat, lng];
}

function listIn(given: unknown): unknown[] {
  if (!Array.isArray(given)) throw new RowFault('geometry', 'invalid_value');
  return given;
}

function circleOf(position: unknown, properties: Properties): HazardArea {
  const [lat, lng] = pairOf(position);
  const radiusM = Number(textOf(properties, 'radiusM', 'radius_m', 'radius'));
  if (!(radiusM > 0)) throw new RowFault('radius', 'required');
  return areaFrom({ type: 'circle', center: { lat, lng }, radiusM }, 'geometry');
}
