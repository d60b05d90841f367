import type { Px } from './pixels.ts';

/** Fewer than that stand side by side as well. */
const LEAST = 3;

type Placed = { readonly at: Px };

export type CrowdedGroup<Member> = { readonly members: readonly Member[]; readonly at: Px };

export type GroupOptions = {
  /** What lies closer together than that is joined. */
  readonly reachPx: number;
  /** Of the disc that stands for so many. */
  readonly radiusOf: (count: number) => number;
};

/**
 * Joins what lies close together, in the order given, so that the same places always give the same groups; then
 * groups whose discs would cover each other, and what would lie under a disc. Those with few around them stay alone.
 */
export function groupCrowded<Member extends Placed>(
  all: readonly Member[],
  { reachPx, radiusOf }: GroupOptions,
): CrowdedGroup<Member>[] {
  const cells = new Map<string, Member[]>();
  for (const member of all) {
    const key = cellOf(member.at, reachPx);
    const cell = cells.get(key);
    if (cell) cell.push(member);
    else cells.set(key, [member]);
  }
  const taken = new Set<Member>();
  const groups = all.flatMap((seed) => {
    if (taken.has(seed)) return [];
    const members = around(cells, seed, reachPx).filter((each) => !taken.has(each));
    if (members.length < LEAST) return [];
    for (const member of members) taken.add(member);
    return [groupOf(members)];
  });
  const apart = mergeCovering(groups, radiusOf);
  const alone = all.filter((member) => !taken.has(member));
  return apart.map((group) => {
    const radius = radiusOf(group.members.length);
    const under = alone.filter(({ at }) => distance(at, group.at) < radius);
    return under.length > 0 ? { ...group, members: [...group.members, ...under] } : group;
  });
}

const distance = (a: Px, b: Px) => Math.hypot(a.x - b.x, a.y - b.y);

const cellOf = ({ x, y }: Px, size: number) => `${Math.floor(x / size)}:${Math.floor(y / size)}`;

function around<Member extends Placed>(
  cells: ReadonlyMap<string, Member[]>,
  { at }: Member,
  reachPx: number,
): Member[] {
  const steps = [-reachPx, 0, reachPx];
  return steps.flatMap((dx) =>
    steps.flatMap((dy) =>
      (cells.get(cellOf({ x: at.x + dx, y: at.y + dy }, reachPx)) ?? []).filter(
        (other) => distance(other.at, at) <= reachPx,
      ),
    ),
  );
}

const groupOf = <Member extends Placed>(members: readonly Member[]): CrowdedGroup<Member> => ({
  members,
  at: middleOf(members.map(({ at }) => at)),
});

/** Each group is taken into the first it covers, until none covers another. */
function mergeCovering<Member extends Placed>(
  groups: readonly CrowdedGroup<Member>[],
  radiusOf: GroupOptions['radiusOf'],
): CrowdedGroup<Member>[] {
  const covers = (a: CrowdedGroup<Member>, b: CrowdedGroup<Member>) =>
    distance(a.at, b.at) < radiusOf(a.members.length) + radiusOf(b.members.length);
  const apart: CrowdedGroup<Member>[] = [];
  for (const group of groups) {
    let own = group;
    for (let i = apart.findIndex((each) => covers(each, own)); i >= 0; ) {
      const [other] = apart.splice(i, 1);
      own = groupOf([...(other?.members ?? []), ...own.members]);
      i = apart.findIndex((each) => covers(each, own));
    }
    apart.push(own);
  }
  return apart;
}

export function middleOf(points: readonly Px[]): Px {
  let [x, y] = [0, 0];
  for (const p of points) {
    x += p.x;
    y += p.y;
  }
  return { x: x / points.length, y: y / points.length };
}
