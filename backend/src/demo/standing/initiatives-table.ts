import type { OutputKind } from '@qafila/contract';
import type { AssociationKey } from '../world.ts';

/** What one association gives each day at one place, more or less. */
export type Giver = {
  association: AssociationKey;
  governorate: string;
  kind: OutputKind;
  /** On an ordinary day, and how many people and households it reaches. */
  quantity: number;
  people: number;
  households: number | null;
  /** Gives every so many days. */
  everyDays: number;
};

export type DemoInitiative = {
  nameAr: string;
  nameEn: string;
  purpose: string;
  /** Days from now. */
  fromDay: number;
  toDay: number;
  governorates: string[];
  givers: readonly Giver[];
};

function meals(
  association: AssociationKey,
  governorate: string,
  quantity: number,
  { everyDays = 1 }: { everyDays?: number } = {},
): Giver {
  return {
    association,
    governorate,
    kind: 'meals',
    quantity,
    people: quantity,
    households: Math.round(quantity / 5),
    everyDays,
  };
}

function baskets(
  association: AssociationKey,
  governorate: string,
  quantity: number,
  everyDays: number,
): Giver {
  return {
    association,
    governorate,
    kind: 'food_baskets',
    quantity,
    people: quantity * 5,
    households: quantity,
    everyDays,
  };
}

function gifts(
  association: AssociationKey,
  governorate: string,
  kind: OutputKind,
  quantity: number,
  everyDays: number,
): Giver {
  return { association, governorate, kind, quantity, people: quantity, households: null, everyDays };
}

/** Two that Ramadan brings, long over, and one that is under way, so that the desks have something to enter. */
export const INITIATIVES: readonly DemoInitiative[] = [
  {
    nameAr: 'لقمتنا سوا',
    nameEn: 'Our Bite Together',
    purpose: 'وجبات إفطار وسلال غذائية للأسر المستحقة طوال شهر رمضان.',
    fromDay: -268,
    toDay: -239,
    governorates: ['SY01', 'SY03', 'SY04', 'SY06'],
    givers: [
      meals('sindiyana', 'SY01', 620),
      meals('jusour', 'SY03', 540),
      meals('bayader', 'SY01', 380, { everyDays: 2 }),
      meals('zaytoun', 'SY06', 260, { everyDays: 2 }),
      meals('barada', 'SY01', 450),
      baskets('yasmin', 'SY03', 70, 3),
      baskets('bayt', 'SY04', 55, 3),
      baskets('qamh', 'SY01', 90, 4),
    ],
  },
  {
    nameAr: 'جبر الخواطر',
    nameEn: 'Mending Hearts',
    purpose: 'كسوة العيد وهدايا للأطفال ومنح نقدية للأسر في الأيام الأخيرة من رمضان وأيام العيد.',
    fromDay: -248,
    toDay: -236,
    governorates: ['SY01', 'SY03', 'SY10'],
    givers: [
      gifts('sindiyana', 'SY01', 'clothing', 120, 1),
      gifts('jusour', 'SY03', 'gifts', 180, 1),
      gifts('yasmin', 'SY10', 'gifts', 90, 2),
      gifts('bayt', 'SY01', 'cash_grants', 45, 2),
      gifts('qamh', 'SY03', 'clothing', 80, 2),
    ],
  },
  {
    nameAr: 'دفء الشتاء',
    nameEn: 'Winter Warmth',
    purpose: 'كسوة شتوية ووجبات ساخنة في دمشق وريفها قبل اشتداد البرد.',
    fromDay: -10,
    toDay: 20,
    governorates: ['SY01', 'SY03'],
    givers: [
      meals('sindiyana', 'SY01', 310),
      meals('jusour', 'SY03', 280, { everyDays: 2 }),
      gifts('bayader', 'SY01', 'clothing', 75, 2),
      gifts('barada', 'SY03', 'clothing', 60, 3),
      baskets('bayt', 'SY03', 40, 4),
    ],
  },
];
