import { z } from 'zod';
import type { Adapter } from './adapter.ts';
import { toLine } from './lines.ts';

const Answer = z.object({
  routes: z
    .array(
      z.object({
        distance: z.number().min(0),
        duration: z.number().min(0),
        geometry: z.object({ coordinates: z.array(z.array(z.number())).min(2) }),
      }),
    )
    .min(1),
});
const Failure = z.object({ code: z.string() });
/** There is no way between the points, or no road near one of them. */
const NO_WAY = ['NoRoute', 'NoSegment'];

export const osrm: Adapter = {
  ask(outbound, points) {
    const places = points.map(({ lat, lng }) => `${lng},${lat}`).join(';');
    return outbound.get(`/route/v1/driving/${places}?overview=full&geometries=geojson`);
  },
  read({ status, text }) {
    const body: unknown = JSON.parse(text);
    if (status !== 200) {
      if (NO_WAY.includes(Failure.parse(body).code)) return null;
      throw new Error('refused');
    }
    const [route] = Answer.parse(body).routes;
    if (!route) return null;
    return {
      line: toLine(route.geometry.coordinates),
      distanceM: Math.round(route.distance),
      durationS: Math.round(route.duration),
    };
  },
};
