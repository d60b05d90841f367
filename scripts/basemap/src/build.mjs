import fs from 'node:fs';
import path from 'node:path';
import { feature } from 'topojson-client';
import { areas } from './areas.mjs';
import { land } from './land.mjs';
import { places } from './places.mjs';
import { relief } from './relief.mjs';
import { roads } from './roads.mjs';

const target = path.resolve(import.meta.dirname, '../../../frontend/src/shared/map/basemap');
const outlines = land();
const syria = feature(outlines, outlines.objects.syria).features[0];

const countries = feature(outlines, outlines.objects.countries).features;

for (const [name, data] of Object.entries({
  land: outlines,
  places: places(),
  areas,
  roads: roads(syria),
  relief: relief([syria, ...countries]),
})) {
  const json = `${JSON.stringify(data)}\n`;
  fs.writeFileSync(path.join(target, `${name}.json`), json);
  process.stdout.write(`${name}.json ${json.length} bytes\n`);
}
