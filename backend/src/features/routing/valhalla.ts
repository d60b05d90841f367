import { z } from 'zod';
import type { Adapter } from './adapter.ts';
import { fromPolyline6 } from './lines.ts';

const Answer = z.object({
  trip: z.object({
    legs: z.array(z.object({ shape: z.string().min(1) })).min(1),
    /** Kilometres, as asked for, and seconds. */
    summary: z.object({ length: z.number().min(0), time: z.number().min(0) }),
  }),
});
const Failure = z.object({ error_code: z.number() });
/** No road near a place; no path between them. */
const NO_WAY = [171, 441, 442];

export const valhalla: Adapter = {
  ask(outbound, points) {
    return outbound.post('/route', {
      locations: points.map(({ lat, lng }) => ({ lat, lon: lng, type: 'break' })),
      costing: 'truck',
      units: 'kilometers',
      directions_type: 'none',
    });
  },
  read({ status, text }) {
    const body: unknown = JSON.parse(text);
    if (status !== 200) {
      if (NO_WAY.includes(Failure.parse(body).error_code)) return null;
      throw new Error('refused');
    }
    const { legs, summary } = Answer.parse(body).trip;
    return {
      line: legs.flatMap(({ shape }, leg) => fromPolyline6(shape).slice(leg === 0 ? 0 : 1)),
      distanceM: Math.round(summary.length * 1000),
      durationS: Math.round(summary.time),
    };
  },
};
