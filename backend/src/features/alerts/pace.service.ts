import type { Convoy, Pace } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { drivenLegs } from './pace.repository.ts';
import { paceLearntFrom } from './pace.ts';

type Planned = Pick<Convoy, 'origin' | 'stops'>;

/** What the trips driven so far teach of any convoy's road. */
export async function paceTeacher(db: Db): Promise<(convoy: Planned) => Pace> {
  const paceOf = paceLearntFrom(await drivenLegs(db));
  return ({ origin, stops }) =>
    paceOf(
      stops.map(({ site, distanceM }, i) => ({
        fromSiteId: stops[i - 1]?.site.id ?? origin.id,
        toSiteId: site.id,
        distanceM,
      })),
    );
}
