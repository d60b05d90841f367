import fs from 'node:fs';
import path from 'node:path';

const modules = path.resolve(import.meta.dirname, '../node_modules');

/** West, south, east, north: wider than the map's maxBounds, so that no cut edge of the land is ever seen. */
export const BOX = [29, 28.5, 49, 41];

export const readSourceText = (file) => fs.readFileSync(path.join(modules, file), 'utf8');

export const readSource = (file) => JSON.parse(readSourceText(file));

export const collection = (features) => ({ type: 'FeatureCollection', features });

export const inBox = ([lng, lat], pad = 0) =>
  lng > BOX[0] - pad && lng < BOX[2] + pad && lat > BOX[1] - pad && lat < BOX[3] + pad;

/** Splits a line into the runs of points that are to be kept. */
export function runsOf(line, keep) {
  const runs = [[]];
  for (const point of line) {
    if (keep(point)) runs.at(-1).push(point);
    else if (runs.at(-1).length) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}
