import type { RouteLine } from '@qafila/contract';

/**
 * The trunk roads of the demo's legs as typed bends, [lat, lng]: schematic, good enough to drive trucks along and
 * to keep them out of the sea and of the neighbours' land.
 */
const DAMASCUS_HOMS: RouteLine = [
  [33.512, 36.328],
  [33.53, 36.335],
  [33.565, 36.372],
  [33.6, 36.45],
  [33.628, 36.515],
  [33.68, 36.565],
  [33.735, 36.605],
  [33.8, 36.65],
  [33.87, 36.668],
  [33.94, 36.71],
  [34.024, 36.745],
  [34.09, 36.775],
  [34.155, 36.765],
  [34.25, 36.785],
  [34.33, 36.775],
  [34.412, 36.763],
  [34.5, 36.772],
  [34.585, 36.765],
  [34.66, 36.745],
  [34.715, 36.752],
];
const HOMS_TALLKALAKH: RouteLine = [
  [34.715, 36.752],
  [34.695, 36.7],
  [34.718, 36.63],
  [34.745, 36.55],
  [34.74, 36.47],
  [34.715, 36.4],
  [34.7, 36.33],
  [34.688, 36.26],
];
const TALLKALAKH_TARTOUS: RouteLine = [
  [34.688, 36.26],
  [34.682, 36.19],
  [34.7, 36.12],
  [34.735, 36.06],
  [34.775, 36.01],
  [34.82, 35.965],
  [34.862, 35.93],
  [34.889, 35.9],
];
const TARTOUS_BANIYAS: RouteLine = [
  [34.889, 35.9],
  [34.94, 35.925],
  [35.0, 35.93],
  [35.06, 35.935],
  [35.12, 35.95],
  [35.1819, 35.955],
];
const BANIYAS_JABLEH: RouteLine = [
  [35.1819, 35.955],
  [35.23, 35.975],
  [35.28, 35.975],
  [35.33, 35.965],
  [35.362, 35.945],
];
const JABLEH_QARDAHA: RouteLine = [
  [35.362, 35.945],
  [35.39, 35.975],
  [35.415, 36.01],
  [35.435, 36.035],
  [35.4564, 36.0591],
];
const QARDAHA_LATTAKIA: RouteLine = [
  [35.4564, 36.0591],
  [35.468, 36.02],
  [35.468, 35.96],
  [35.48, 35.89],
  [35.505, 35.845],
  [35.5407, 35.795],
];
const JABLEH_LATTAKIA: RouteLine = [
  [35.362, 35.945],
  [35.41, 35.955],
  [35.45, 35.93],
  [35.48, 35.89],
  [35.505, 35.845],
  [35.5407, 35.795],
];
const LATTAKIA_HAFFA: RouteLine = [
  [35.5407, 35.795],
  [35.545, 35.86],
  [35.553, 35.92],
  [35.575, 35.98],
  [35.5982, 36.0301],
];
const HAFFA_KASAB: RouteLine = [
  [35.5982, 36.0301],
  [35.61, 35.97],
  [35.65, 35.9],
  [35.7, 35.89],
  [35.79, 35.93],
  [35.85, 35.965],
  [35.9258, 35.9867],
];
const TARTOUS_DREIKISH: RouteLine = [
  [34.889, 35.9],
  [34.882, 35.965],
  [34.888, 36.02],
  [34.88, 36.08],
  [34.8951, 36.143],
];
const DREIKISH_MASHTA: RouteLine = [
  [34.8951, 36.143],
  [34.89, 36.19],
  [34.8746, 36.251],
];

function join(...parts: RouteLine[]): RouteLine {
  return parts.flatMap((part, index) => (index === 0 ? part : part.slice(1)));
}

/** Legs by the keys of their ends. */
export const LEGS = {
  'zablatani>tartous': join(DAMASCUS_HOMS, HOMS_TALLKALAKH, TALLKALAKH_TARTOUS),
  'tartous>dreikish': TARTOUS_DREIKISH,
  'dreikish>mashta': DREIKISH_MASHTA,
  'zablatani>baniyas': join(DAMASCUS_HOMS, HOMS_TALLKALAKH, TALLKALAKH_TARTOUS, TARTOUS_BANIYAS),
  'baniyas>jableh': BANIYAS_JABLEH,
  'baniyas>qardaha': join(BANIYAS_JABLEH, JABLEH_QARDAHA),
  'qardaha>lattakia': QARDAHA_LATTAKIA,
  'jableh>lattakia': JABLEH_LATTAKIA,
  'zablatani>dreikish': join(DAMASCUS_HOMS, HOMS_TALLKALAKH, TALLKALAKH_TARTOUS, TARTOUS_DREIKISH),
  'zablatani>tallkalakh': join(DAMASCUS_HOMS, HOMS_TALLKALAKH),
  'zablatani>haffa': join(
    DAMASCUS_HOMS,
    HOMS_TALLKALAKH,
    TALLKALAKH_TARTOUS,
    TARTOUS_BANIYAS,
    BANIYAS_JABLEH,
    JABLEH_LATTAKIA,
    LATTAKIA_HAFFA,
  ),
  'haffa>kasab': HAFFA_KASAB,
} as const satisfies Record<string, RouteLine>;
