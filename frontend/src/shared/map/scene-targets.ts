import type { Px } from './pixels.ts';
import type { Scene, ScenePick, SceneVehicle } from './scene.ts';
import type { SceneStyle } from './scene-style.ts';

/** What a pointer or the keyboard can choose: one thing, or several joined because they crowd. */
export type SceneTarget =
  | ScenePick
  | { readonly kind: 'cluster'; readonly ids: readonly string[] }
  | { readonly kind: 'vehicles'; readonly ids: readonly string[] };

/** A target and where it was last painted. */
export type TargetMark = { readonly target: SceneTarget; readonly at: Px; readonly radius: number };

export const keyOf = (target: SceneTarget): string =>
  `${target.kind} ${'id' in target ? target.id : (target.ids[0] ?? '')}`;

type Named = {
  readonly scene: Scene;
  readonly style: SceneStyle;
  readonly vehicleOf: (id: string) => SceneVehicle | undefined;
};

/** What a target is called, for those who hear the map. */
export function nameOfTarget(target: SceneTarget, { scene, style, vehicleOf }: Named): string {
  const { labels, lang } = style;
  const named = ({ nameAr, nameEn }: { nameAr: string; nameEn: string }) => (lang === 'ar' ? nameAr : nameEn);
  const convoyName = (id: string | undefined) => {
    const convoy = scene.convoys.find((each) => each.id === id);
    if (!convoy) return '';
    return convoy.delayMinutes > 0 ? `${convoy.code} ${labels.delay(convoy.delayMinutes)}` : convoy.code;
  };
  switch (target.kind) {
    case 'convoy':
      return labels.marks.convoy(convoyName(target.id));
    case 'vehicle':
      return labels.marks.vehicle(convoyName(vehicleOf(target.id)?.convoyId));
    case 'vehicles':
      return labels.marks.vehicles(target.ids.length);
    case 'cluster': {
      const names = scene.destinations.filter(({ id }) => target.ids.includes(id)).map(named);
      return names.join(lang === 'ar' ? '، ' : ', ');
    }
    case 'destination':
    case 'depot': {
      const site = [...scene.destinations, ...scene.depots].find(({ id }) => id === target.id);
      return site ? named(site) : '';
    }
    case 'hazard':
      return labels.marks.hazard(scene.hazards.find(({ id }) => id === target.id)?.name ?? '');
    case 'fire':
      return labels.marks.fire(scene.fires.find(({ id }) => id === target.id)?.ageHours ?? 0);
  }
}

const ARROWS: Readonly<Record<string, Px>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What lies aside counts three times as far. */
const ASIDE = 3;

/** The mark that an arrow key leads to from a place: the nearest in that direction. */
export function markTowards(marks: readonly TargetMark[], from: Px, key: string): TargetMark | null {
  const way = ARROWS[key];
  if (!way) return null;
  let best: { mark: TargetMark; cost: number } | null = null;
  for (const mark of marks) {
    const [dx, dy] = [mark.at.x - from.x, mark.at.y - from.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    const cost = ahead + ASIDE * aside;
    if (ahead > 1 && aside <= ahead * 2 && (!best || cost < best.cost)) best = { mark, cost };
  }
  return best?.mark ?? null;
}
