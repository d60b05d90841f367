import { z } from 'zod';
import type { Adapter } from './adapter.ts';
import { toLine } from './lines.ts';

const Answer = z.object({
  features: z
    .array(
      z.object({
        geometry: z.object({ coordinates: z.array(z.array(z.number())).min(2) }),
        /** Left out by the service where both are 0. Metres, seconds. */
        properties: z.object({
          summary: z.object({ distance: z.number().default(0), duration: z.number().default(0) }),
        }),
      }),
    )
    .min(1),
});
const Failure = z.object({ error: z.object({ code: z.number() }) });
/** No route between the points; no road near one of them. */
const NO_WAY = [2009, 2010];

export const openRouteService: Adapter = {
  ask(outbound, points, key) {
    const body = { coordinates: points.map(({ lat, lng }) => [lng, lat]), instructions: false };
    const headers = { Accept: 'application/geo+json', ...(key !== '' && { Authorization: key }) };
    return outbound.post('/v2/directions/driving-hgv/geojson', body, headers);
  },
  read({ status, text }) {
    const body: unknown = JSON.parse(text);
    if (status !== 200) {
      if (NO_WAY.includes(Failure.parse(body).error.code)) return null;
      throw new Error('refused');
    }
    const [feature] = Answer.parse(body).features;
    if (!feature) return null;
    const { distance, duration } = feature.properties.summary;
    return {
      line: toLine(feature.geometry.coordinates),
      distanceM: Math.round(distance),
      durationS: Math.round(duration),
    };
  },
};
