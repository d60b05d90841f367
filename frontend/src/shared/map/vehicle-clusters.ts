import type { Px } from './pixels.ts';

/** Fewer than that stand side by side as well. */
const LEAST = 3;

export type VehicleGroup<Member> = { readonly members: readonly Member[] };

/**
 * Joins what lies closer together than the reach, each with what is nearest around it and in the order given, so that
 * the same vehicles always give the same groups. Those with few around them belong to none.
 */
export function groupVehicles<Member extends { readonly at: Px }>(
  all: readonly Member[],
  reachPx: number,
): VehicleGroup<Member>[] {
  const cells = new Map<string, Member[]>();
  for (const member of all) {
    const key = cellOf(member.at, reachPx);
    const cell = cells.get(key);
    if (cell) cell.push(member);
    else cells.set(key, [member]);
  }
  const taken = new Set<Member>();
  return all.flatMap((seed) => {
    if (taken.has(seed)) return [];
    const members = around(cells, seed, reachPx).filter((each) => !taken.has(each));
    if (members.length < LEAST) return [];
    for (const member of members) taken.add(member);
    return [{ members }];
  });
}

const cellOf = ({ x, y }: Px, size: number) => `${Math.floor(x / size)}:${Math.floor(y / size)}`;

function around<Member extends { readonly at: Px }>(
  cells: ReadonlyMap<string, Member[]>,
  { at }: Member,
  reachPx: number,
): Member[] {
  return [-1, 0, 1].flatMap((dx) =>
    [-1, 0, 1].flatMap((dy) =>
      (cells.get(cellOf({ x: at.x + dx * reachPx, y: at.y + dy * reachPx }, reachPx)) ?? []).filter(
        (other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) <= reachPx,
      ),
    ),
  );
}

export function middleOf(points: readonly Px[]): Px {
  let [x, y] = [0, 0];
  for (const p of points) {
    x += p.x;
    y += p.y;
  }
  return { x: x / points.length, y: y / points.length };
}
