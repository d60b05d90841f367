import { feature } from 'topojson-client';
import { measurePx, type Px } from './pixels.ts';
import { metresPerWorld, toWorld } from './projection.ts';

export type PlaceRank = 0 | 1 | 2 | 3 | 4;

export type Place = { readonly at: Px; readonly rank: PlaceRank; readonly ar: string; readonly en: string };

export type Area = {
  readonly kind: 'sea' | 'country' | 'governorate';
  readonly ar: string;
  readonly en: string;
  readonly fromZoom: number;
  readonly toZoom: number;
  /** Where the name may stand, best first. */
  readonly spots: readonly Px[];
};

export type Road = {
  readonly ref: string;
  readonly isTrunk: boolean;
  readonly path: Path2D;
  readonly shields: readonly Px[];
};

type Topology = Parameters<typeof feature>[0];
type TopologyObject = Topology['objects'][string];

type LandLine =
  | 'countries'
  | 'syria'
  | 'syriaBorder'
  | 'syriaCoast'
  | 'governorateBorders'
  | 'borders'
  | 'coast'
  | 'rivers'
  | 'lakes';

type Land = Topology & { readonly objects: Readonly<Record<LandLine | 'governorates', TopologyObject>> };

/** Outlines as paths in world units (projection.ts). */
export type LandPaths = Readonly<Record<LandLine, Path2D>> & {
  /** By P-code; of Homs only the west, since no campaign tints its desert. */
  readonly governorates: ReadonlyMap<string, Path2D>;
};

/** A mountain range: its crest, and how wide it is at its foot and how long, in world units. */
export type Range = {
  readonly crest: Path2D;
  readonly points: readonly Px[];
  readonly width: number;
  readonly length: number;
};

export type Basemap = {
  readonly land: LandPaths;
  readonly relief: readonly Range[];
  readonly places: readonly Place[];
  readonly areas: readonly Area[];
  readonly roads: readonly Road[];
};

type Position = readonly number[];

const worldOf = (position: Position): Px => toWorld({ lng: position[0] ?? 0, lat: position[1] ?? 0 });

function addLine(path: Path2D, line: readonly Position[], close: boolean): void {
  line.forEach((position, i) => {
    const { x, y } = worldOf(position);
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  if (close) path.closePath();
}

function addGeometry(path: Path2D, geometry: GeoJSON.GeometryObject): void {
  switch (geometry.type) {
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) addLine(path, ring, true);
      return;
    case 'Polygon':
      for (const ring of geometry.coordinates) addLine(path, ring, true);
      return;
    case 'MultiLineString':
      for (const line of geometry.coordinates) addLine(path, line, false);
      return;
    case 'LineString':
      addLine(path, geometry.coordinates, false);
      return;
    default:
      return;
  }
}

/** GeoJSON features of an object, one or many. */
function featuresOf(land: Land, object: TopologyObject): readonly GeoJSON.Feature[] {
  const shapes = feature(land, object);
  return 'features' in shapes ? shapes.features : [shapes];
}

function pathOf(features: readonly GeoJSON.Feature[]): Path2D {
  const path = new Path2D();
  for (const { geometry } of features) addGeometry(path, geometry);
  return path;
}

function landPaths(land: Land): LandPaths {
  const path = (line: LandLine) => pathOf(featuresOf(land, land.objects[line]));
  const focus = featuresOf(land, land.objects.governorates).filter((f) => f.properties?.['focus'] === true);
  return {
    countries: path('countries'),
    syria: path('syria'),
    syriaBorder: path('syriaBorder'),
    syriaCoast: path('syriaCoast'),
    governorateBorders: path('governorateBorders'),
    borders: path('borders'),
    coast: path('coast'),
    rivers: path('rivers'),
    lakes: path('lakes'),
    governorates: new Map(focus.map((each) => [String(each.id), pathOf([each])])),
  };
}

type RoadRow = {
  readonly kind: string;
  readonly ref: string;
  readonly bends: readonly (readonly number[])[];
  readonly shields: readonly (readonly number[])[];
};

const worldOfLatLng = ([lat = 0, lng = 0]: readonly number[]) => toWorld({ lat, lng });

/** A curve through the middles of the chords: bends read as road, not as corners. */
function roadPath(bends: readonly Px[]): Path2D {
  const path = new Path2D();
  const [first, last] = [bends[0], bends.at(-1)];
  if (!first || !last) return path;
  path.moveTo(first.x, first.y);
  bends.slice(1, -1).forEach((bend, i) => {
    const next = bends[i + 2] ?? last;
    path.quadraticCurveTo(bend.x, bend.y, (bend.x + next.x) / 2, (bend.y + next.y) / 2);
  });
  path.lineTo(last.x, last.y);
  return path;
}

function roadOf({ kind, ref, bends, shields }: RoadRow): Road {
  return {
    ref,
    isTrunk: kind === 'trunk',
    path: roadPath(bends.map(worldOfLatLng)),
    shields: shields.map(worldOfLatLng),
  };
}

type RangeRow = { readonly widthKm: number; readonly crest: readonly (readonly number[])[] };

function rangeOf({ widthKm, crest }: RangeRow): Range {
  const [lat = 0] = crest[Math.floor(crest.length / 2)] ?? [];
  const points = crest.map(worldOfLatLng);
  return {
    crest: roadPath(points),
    points,
    width: (widthKm * 1000) / metresPerWorld(lat),
    length: measurePx(points).length,
  };
}

type PlaceRow = readonly [lng: number, lat: number, rank: PlaceRank, ar: string, en: string];

const placeOf = ([lng, lat, rank, ar, en]: PlaceRow): Place => ({ at: toWorld({ lat, lng }), rank, ar, en });

type AreaRow = readonly [
  kind: Area['kind'],
  ar: string,
  en: string,
  fromZoom: number,
  toZoom: number,
  spots: readonly (readonly number[])[],
];

const areaOf = ([kind, ar, en, fromZoom, toZoom, spots]: AreaRow): Area => ({
  kind,
  ar,
  en,
  fromZoom,
  toZoom,
  spots: spots.map(worldOfLatLng),
});

let loading: Promise<Basemap> | null = null;

/** The embedded basemap, fetched and prepared once for all maps. */
export function loadBasemap(): Promise<Basemap> {
  loading ??= Promise.all([
    import('./basemap/land.json'),
    import('./basemap/places.json'),
    import('./basemap/areas.json'),
    import('./basemap/roads.json'),
    import('./basemap/relief.json'),
  ]).then(([land, places, areas, roads, relief]) => ({
    land: landPaths(land.default as unknown as Land),
    places: (places.default as unknown as PlaceRow[]).map(placeOf),
    areas: (areas.default as unknown as AreaRow[]).map(areaOf),
    roads: roads.default.map(roadOf),
    relief: relief.default.map(rangeOf),
  }));
  return loading;
}
