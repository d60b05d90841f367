import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';

/*
 * Crests of the ranges as [lat, lng], typed in, with the width of the range at its foot. No elevation data is behind
 * them: they say where the mountains are, not how high.
 */
const RANGES = [
  {
    name: 'Coastal range',
    widthKm: 24,
    crest: [
      [35.9, 36.03],
      [35.78, 36.1],
      [35.66, 36.17],
      [35.55, 36.22],
      [35.42, 36.225],
      [35.28, 36.22],
      [35.14, 36.21],
      [35, 36.215],
      [34.9, 36.225],
      [34.81, 36.235],
    ],
  },
  {
    name: 'Jabal al-Aqra and Kurd Dagh',
    widthKm: 20,
    crest: [
      [35.95, 35.98],
      [35.98, 36.12],
      [35.92, 36.22],
    ],
  },
  {
    name: 'Jabal al-Zawiya',
    widthKm: 20,
    crest: [
      [35.8, 36.52],
      [35.68, 36.5],
      [35.54, 36.5],
      [35.44, 36.47],
    ],
  },
  {
    name: 'Jabal Wastani',
    widthKm: 12,
    crest: [
      [36.1, 36.5],
      [35.97, 36.45],
      [35.85, 36.43],
    ],
  },
  {
    name: 'Jabal Siman',
    widthKm: 24,
    crest: [
      [36.78, 36.85],
      [36.6, 36.78],
      [36.45, 36.82],
      [36.3, 36.8],
    ],
  },
  {
    name: 'Hermon',
    widthKm: 17,
    crest: [
      [33.25, 35.72],
      [33.35, 35.8],
      [33.42, 35.86],
      [33.53, 35.94],
      [33.6, 36],
    ],
  },
  {
    name: 'Anti-Lebanon',
    widthKm: 20,
    crest: [
      [33.6, 36],
      [33.72, 36.1],
      [33.85, 36.21],
      [33.98, 36.32],
      [34.1, 36.42],
      [34.24, 36.5],
      [34.36, 36.56],
    ],
  },
  {
    name: 'Qalamun',
    widthKm: 13,
    crest: [
      [33.58, 36.22],
      [33.68, 36.36],
      [33.8, 36.52],
      [33.93, 36.62],
      [34.06, 36.66],
    ],
  },
  {
    name: 'Qalamun, outer',
    widthKm: 11,
    crest: [
      [33.72, 36.6],
      [33.84, 36.85],
      [33.95, 37.1],
      [34.08, 37.36],
      [34.2, 37.6],
    ],
  },
  {
    name: 'Palmyrides',
    widthKm: 18,
    crest: [
      [34.2, 37.2],
      [34.32, 37.55],
      [34.48, 37.95],
      [34.66, 38.25],
      [34.85, 38.55],
      [35, 38.85],
    ],
  },
  {
    name: 'Palmyrides, north',
    widthKm: 24,
    crest: [
      [34.75, 37.6],
      [34.88, 38],
      [35.05, 38.4],
    ],
  },
  {
    name: 'Jabal Bishri',
    widthKm: 24,
    crest: [
      [35.2, 39.05],
      [35.35, 39.35],
      [35.45, 39.6],
    ],
  },
  {
    name: 'Jabal al-Arab',
    widthKm: 34,
    crest: [
      [32.86, 36.66],
      [32.68, 36.72],
      [32.5, 36.74],
    ],
  },
  {
    name: 'Golan',
    widthKm: 15,
    crest: [
      [33.2, 35.78],
      [33.05, 35.83],
      [32.9, 35.83],
    ],
  },
  {
    name: 'Lebanon range',
    widthKm: 25,
    crest: [
      [33.4, 35.52],
      [33.6, 35.64],
      [33.78, 35.74],
      [33.95, 35.87],
      [34.1, 35.96],
      [34.27, 36.09],
      [34.42, 36.2],
      [34.53, 36.27],
    ],
  },
  {
    name: 'Galilee and Judaea',
    widthKm: 24,
    crest: [
      [33.05, 35.42],
      [32.75, 35.38],
      [32.3, 35.28],
      [31.9, 35.2],
      [31.4, 35.05],
    ],
  },
  {
    name: 'Ajlun and Balqa',
    widthKm: 26,
    crest: [
      [32.45, 35.78],
      [32, 35.78],
      [31.5, 35.75],
      [30.9, 35.68],
      [30, 35.5],
    ],
  },
  {
    name: 'Amanus',
    widthKm: 24,
    crest: [
      [36.05, 35.98],
      [36.3, 36.1],
      [36.55, 36.2],
      [36.85, 36.42],
      [37.15, 36.6],
    ],
  },
  {
    name: 'Tur Abdin',
    widthKm: 34,
    crest: [
      [37.5, 40.9],
      [37.45, 41.5],
      [37.4, 42],
    ],
  },
  {
    name: 'Jabal Abd al-Aziz',
    widthKm: 15,
    crest: [
      [36.44, 40],
      [36.4, 40.4],
      [36.36, 40.75],
    ],
  },
  {
    name: 'Sinjar',
    widthKm: 12,
    crest: [
      [36.35, 41.5],
      [36.38, 41.9],
      [36.3, 42.3],
    ],
  },
  {
    name: 'Troodos',
    widthKm: 34,
    crest: [
      [35, 32.45],
      [34.93, 32.85],
      [34.88, 33.2],
    ],
  },
  {
    name: 'Kyrenia range',
    widthKm: 9,
    crest: [
      [35.3, 33],
      [35.3, 33.5],
      [35.45, 34],
    ],
  },
];

/** Widths and crests; throws when a crest of Syria or its neighbours runs into the sea. */
export function relief(land) {
  return RANGES.map(({ name, widthKm, crest }) => {
    const stray = crest.find(([lat, lng]) => !land.some((each) => booleanPointInPolygon([lng, lat], each)));
    if (stray) throw new Error(`${name} leaves the land at ${stray.join(', ')}`);
    return { widthKm, crest };
  });
}
