import type { Px } from './pixels.ts';
import type { SceneCoverage, SceneDestination } from './scene.ts';

export type RingMark = {
  /** The largest first; more than one when rings would overlap. */
  readonly destinations: readonly SceneDestination[];
  readonly at: Px;
  readonly radius: number;
  readonly coverage: SceneCoverage;
};

const CROWDED_ZOOM = 7.5;

/** Share of the full size: rings shrink where the whole country is shown. */
export const ringScale = (zoom: number) => Math.min(1.15, Math.max(0.62, 1 + (zoom - 8.5) * 0.19));

function sumOf(all: readonly SceneCoverage[]): SceneCoverage {
  const total = (part: keyof SceneCoverage) => all.reduce((sum, each) => sum + each[part], 0);
  return {
    needed: total('needed'),
    delivered: total('delivered'),
    aboard: total('aboard'),
    onHand: total('onHand'),
    pledged: total('pledged'),
  };
}

/** Nearer than that two rings become one: they may touch where the roads are looked at, never cover each other. */
const closest = (a: RingMark, b: RingMark, zoom: number) =>
  a.radius + b.radius + (zoom < CROWDED_ZOOM ? 6 : 0);

/**
 * One ring for every destination, or for several that would cover each other: it stands where the largest of them
 * stands and shows their sum. Equal needs keep their order, so that the same scene always gives the same rings.
 */
export function clusterRings(
  destinations: readonly SceneDestination[],
  { project, zoom, scale }: { project: (d: SceneDestination) => Px; zoom: number; scale: number },
): RingMark[] {
  const largest = Math.max(1, ...destinations.map((d) => d.coverage.needed));
  const clusters: RingMark[] = [];
  for (const d of [...destinations].sort((a, b) => b.coverage.needed - a.coverage.needed)) {
    const radius = (10 + 6 * Math.sqrt(d.coverage.needed / largest)) * ringScale(zoom) * scale;
    const own: RingMark = { destinations: [d], at: project(d), radius, coverage: d.coverage };
    const index = clusters.findIndex(
      (other) => Math.hypot(other.at.x - own.at.x, other.at.y - own.at.y) < closest(other, own, zoom),
    );
    const host = clusters[index];
    if (!host) clusters.push(own);
    else {
      const members = [...host.destinations, d];
      clusters[index] = { ...host, destinations: members, coverage: sumOf(members.map((m) => m.coverage)) };
    }
  }
  return clusters;
}
