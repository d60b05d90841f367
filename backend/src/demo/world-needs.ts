import type { AssociationKey, ItemKey, SiteKey } from './world.ts';

/** The due day counts from today; priority 1 is life-saving. */
export type DemoNeed = {
  site: SiteKey;
  item: ItemKey;
  quantity: number;
  priority: 1 | 2 | 3;
  dueDay: number;
  households?: number;
};

/** Needed quantities by destination. */
export const NEEDS: readonly DemoNeed[] = [
  { site: 'haffa', item: 'blanket', quantity: 600, priority: 1, dueDay: 1, households: 140 },
  { site: 'haffa', item: 'tarpaulin', quantity: 300, priority: 1, dueDay: 1 },
  { site: 'haffa', item: 'kitchen', quantity: 180, priority: 2, dueDay: 4 },
  { site: 'haffa', item: 'hygiene', quantity: 350, priority: 2, dueDay: 3 },
  { site: 'haffa', item: 'rice', quantity: 6_000, priority: 1, dueDay: 3 },
  { site: 'haffa', item: 'oil', quantity: 1_200, priority: 3, dueDay: 5 },
  { site: 'qardaha', item: 'blanket', quantity: 500, priority: 1, dueDay: 2, households: 110 },
  { site: 'qardaha', item: 'tarpaulin', quantity: 220, priority: 2, dueDay: 4 },
  { site: 'qardaha', item: 'hygiene', quantity: 280, priority: 2, dueDay: 4 },
  { site: 'qardaha', item: 'powerbank', quantity: 250, priority: 3, dueDay: 6 },
  { site: 'qardaha', item: 'rice', quantity: 5_000, priority: 1, dueDay: 3 },
  { site: 'kasab', item: 'blanket', quantity: 420, priority: 1, dueDay: 2, households: 85 },
  { site: 'kasab', item: 'tarpaulin', quantity: 200, priority: 1, dueDay: 2 },
  { site: 'kasab', item: 'kitchen', quantity: 120, priority: 2, dueDay: 5 },
  { site: 'kasab', item: 'rice', quantity: 3_600, priority: 1, dueDay: 2 },
  { site: 'kasab', item: 'powerbank', quantity: 180, priority: 3, dueDay: 6 },
  { site: 'jableh', item: 'blanket', quantity: 300, priority: 2, dueDay: 4 },
  { site: 'jableh', item: 'rice', quantity: 2_800, priority: 2, dueDay: 4 },
  { site: 'jableh', item: 'oil', quantity: 600, priority: 3, dueDay: 6 },
  { site: 'lattakia', item: 'blanket', quantity: 700, priority: 1, dueDay: 3, households: 190 },
  { site: 'lattakia', item: 'hygiene', quantity: 400, priority: 2, dueDay: 4 },
  { site: 'lattakia', item: 'rice', quantity: 7_000, priority: 1, dueDay: 4 },
  { site: 'lattakia', item: 'clothing', quantity: 500, priority: 2, dueDay: 5 },
  { site: 'baniyas', item: 'blanket', quantity: 380, priority: 2, dueDay: 3 },
  { site: 'baniyas', item: 'kitchen', quantity: 110, priority: 2, dueDay: 5 },
  { site: 'baniyas', item: 'rice', quantity: 3_600, priority: 2, dueDay: 4 },
  { site: 'baniyas', item: 'oil', quantity: 800, priority: 3, dueDay: 6 },
  { site: 'tartous', item: 'blanket', quantity: 400, priority: 1, dueDay: 2, households: 95 },
  { site: 'tartous', item: 'rice', quantity: 4_000, priority: 1, dueDay: 2 },
  { site: 'tartous', item: 'hygiene', quantity: 240, priority: 2, dueDay: 3 },
  { site: 'tartous', item: 'powerbank', quantity: 150, priority: 3, dueDay: 5 },
  { site: 'dreikish', item: 'blanket', quantity: 260, priority: 2, dueDay: 3 },
  { site: 'dreikish', item: 'tarpaulin', quantity: 120, priority: 2, dueDay: 4 },
  { site: 'dreikish', item: 'powerbank', quantity: 120, priority: 3, dueDay: 1 },
  { site: 'dreikish', item: 'rice', quantity: 2_400, priority: 1, dueDay: 3 },
  { site: 'mashta', item: 'blanket', quantity: 180, priority: 2, dueDay: 4 },
  { site: 'mashta', item: 'rice', quantity: 1_800, priority: 2, dueDay: 5 },
  { site: 'tallkalakh', item: 'blanket', quantity: 240, priority: 1, dueDay: 1, households: 60 },
  { site: 'tallkalakh', item: 'tarpaulin', quantity: 90, priority: 2, dueDay: 4 },
  { site: 'tallkalakh', item: 'rice', quantity: 2_200, priority: 2, dueDay: 4 },
  { site: 'tallkalakh', item: 'oil', quantity: 480, priority: 3, dueDay: 6 },
  { site: 'lattakia', item: 'tarpaulin', quantity: 150, priority: 2, dueDay: 5 },
  { site: 'baniyas', item: 'tarpaulin', quantity: 160, priority: 2, dueDay: 4 },
  { site: 'tartous', item: 'tarpaulin', quantity: 90, priority: 2, dueDay: 3 },
  { site: 'jableh', item: 'tarpaulin', quantity: 80, priority: 3, dueDay: 6 },
  { site: 'kasab', item: 'hygiene', quantity: 200, priority: 2, dueDay: 3 },
  { site: 'jableh', item: 'hygiene', quantity: 160, priority: 2, dueDay: 5 },
  { site: 'baniyas', item: 'hygiene', quantity: 220, priority: 2, dueDay: 4 },
  { site: 'dreikish', item: 'hygiene', quantity: 140, priority: 2, dueDay: 4 },
  { site: 'mashta', item: 'hygiene', quantity: 110, priority: 3, dueDay: 6 },
  { site: 'tallkalakh', item: 'hygiene', quantity: 150, priority: 2, dueDay: 3 },
  { site: 'qardaha', item: 'kitchen', quantity: 150, priority: 2, dueDay: 5 },
  { site: 'lattakia', item: 'kitchen', quantity: 200, priority: 2, dueDay: 5 },
  { site: 'tartous', item: 'kitchen', quantity: 90, priority: 3, dueDay: 6 },
  { site: 'mashta', item: 'kitchen', quantity: 60, priority: 3, dueDay: 6 },
  { site: 'qardaha', item: 'oil', quantity: 1_000, priority: 3, dueDay: 5 },
  { site: 'lattakia', item: 'oil', quantity: 900, priority: 3, dueDay: 6 },
  { site: 'tartous', item: 'oil', quantity: 600, priority: 3, dueDay: 4 },
  { site: 'dreikish', item: 'oil', quantity: 520, priority: 3, dueDay: 5 },
  { site: 'mashta', item: 'oil', quantity: 400, priority: 3, dueDay: 6 },
  { site: 'kasab', item: 'oil', quantity: 420, priority: 3, dueDay: 5 },
  { site: 'haffa', item: 'clothing', quantity: 250, priority: 2, dueDay: 4 },
  { site: 'qardaha', item: 'clothing', quantity: 200, priority: 2, dueDay: 4 },
  { site: 'tartous', item: 'clothing', quantity: 180, priority: 3, dueDay: 5 },
  { site: 'kasab', item: 'clothing', quantity: 150, priority: 2, dueDay: 3 },
  { site: 'tallkalakh', item: 'clothing', quantity: 120, priority: 3, dueDay: 5 },
  { site: 'haffa', item: 'powerbank', quantity: 150, priority: 3, dueDay: 5 },
  { site: 'lattakia', item: 'powerbank', quantity: 200, priority: 3, dueDay: 6 },
];

/** The second, quieter campaign: the National Campaign for Emergency Social Response. */
export const SOCIAL = {
  associations: ['sindiyana', 'barada', 'yasmin'] as AssociationKey[],
  needs: [
    { site: 'lattakia', item: 'hygiene', quantity: 120, priority: 2, dueDay: 20 },
    { site: 'tartous', item: 'clothing', quantity: 200, priority: 3, dueDay: 25 },
  ] as DemoNeed[],
};
