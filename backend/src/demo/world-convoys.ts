import type { SiteKey } from './world.ts';

/** Cargo rows: [index of the vehicle on this convoy, stop, pledge, quantity]. */
type Cargo = [number, SiteKey, string, number];
/** What a settled stop counted other than whole: pledge → damaged, missing, why. */
type Count = {
  pledge: string;
  damaged: number;
  missing: number;
  reason: 'wet' | 'torn' | 'short_count';
  note: string;
};

export type DemoConvoy = {
  origin: SiteKey;
  stops: { site: SiteKey; hoursAfterDeparture: number }[];
  /** Indexes into VEHICLES. */
  vehicles: number[];
  /** Real departure against now, negative is past; the plan said `lateHours` earlier. */
  departsInHours: number;
  lateHours?: number;
  leader: string;
  cargo: Cargo[];
  reached: 'planned' | 'loading' | 'en_route' | 'settled';
  /** Share of the cargo loaded, when loading. */
  loadedShare?: number;
  counts?: Count[];
  /** En route: share of the whole way done, and minutes since each vehicle was last heard. */
  progressShare?: number;
  silentMin?: number[];
};

export const CONVOYS: DemoConvoy[] = [
  {
    origin: 'zablatani',
    vehicles: [0, 1],
    departsInHours: -101,
    leader: 'ماهر سلوم',
    reached: 'settled',
    stops: [{ site: 'tartous', hoursAfterDeparture: 5.5 }],
    cargo: [
      [0, 'tartous', 'tar-blanket', 300],
      [0, 'tartous', 'tar-rice', 3_000],
      [1, 'tartous', 'tar-hygiene', 180],
      [1, 'tartous', 'tar-power', 150],
      [1, 'tartous', 'tar-oil', 420],
      [0, 'tartous', 'tar-clothing', 120],
      [0, 'tartous', 'tar-tarp', 60],
      [1, 'tartous', 'tar-kitchen', 50],
    ],
  },
  {
    origin: 'zablatani',
    vehicles: [2, 3],
    departsInHours: -77,
    leader: 'سمر قباني',
    reached: 'settled',
    stops: [{ site: 'haffa', hoursAfterDeparture: 8 }],
    cargo: [
      [0, 'haffa', 'haf-blanket-1', 220],
      [0, 'haffa', 'haf-kitchen-1', 60],
      [1, 'haffa', 'haf-rice-1', 3_000],
      [0, 'haffa', 'haf-power', 100],
      [0, 'haffa', 'haf-clothing-1', 140],
      [1, 'haffa', 'haf-tarp-1', 80],
    ],
    counts: [
      { pledge: 'haf-blanket-1', damaged: 6, missing: 2, reason: 'wet', note: 'بلل من غطاء مفتوح' },
      { pledge: 'haf-rice-1', damaged: 25, missing: 0, reason: 'torn', note: 'كيس ممزق' },
    ],
  },
  {
    origin: 'zablatani',
    vehicles: [2, 3, 4, 5],
    departsInHours: -5.6,
    lateHours: 0.95,
    leader: 'نزار محفوض',
    reached: 'en_route',
    stops: [
      { site: 'baniyas', hoursAfterDeparture: 6.1 },
      { site: 'qardaha', hoursAfterDeparture: 7.2 },
      { site: 'lattakia', hoursAfterDeparture: 8.4 },
    ],
    cargo: [
      [0, 'baniyas', 'ban-blanket', 300],
      [0, 'baniyas', 'ban-kitchen', 80],
      [0, 'baniyas', 'ban-hygiene', 160],
      [0, 'baniyas', 'ban-tarp', 110],
      [0, 'qardaha', 'qar-tarp', 140],
      [0, 'qardaha', 'qar-clothing', 130],
      [1, 'baniyas', 'ban-rice', 2_800],
      [1, 'qardaha', 'qar-rice', 3_500],
      [2, 'qardaha', 'qar-blanket', 340],
      [2, 'qardaha', 'qar-hygiene', 140],
      [2, 'qardaha', 'qar-power', 120],
      [2, 'qardaha', 'qar-kitchen', 90],
      [2, 'qardaha', 'qar-oil', 650],
      [2, 'lattakia', 'lat-oil', 450],
      [3, 'lattakia', 'lat-rice-1', 2_500],
      [3, 'lattakia', 'lat-rice-2', 3_000],
      [3, 'lattakia', 'lat-hygiene-1', 150],
      [3, 'lattakia', 'lat-power', 110],
    ],
    progressShare: 0.7,
    silentMin: [0, 0, 8, 34],
  },
  {
    origin: 'zablatani',
    vehicles: [6, 7, 8],
    departsInHours: -2.6,
    leader: 'أيمن شعبان',
    reached: 'en_route',
    stops: [
      { site: 'dreikish', hoursAfterDeparture: 6.1 },
      { site: 'mashta', hoursAfterDeparture: 6.8 },
    ],
    cargo: [
      [0, 'dreikish', 'dre-blanket', 160],
      [0, 'dreikish', 'dre-tarp', 60],
      [1, 'dreikish', 'dre-rice', 1_600],
      [2, 'mashta', 'mas-blanket', 120],
      [2, 'mashta', 'mas-rice', 1_200],
      [0, 'dreikish', 'dre-hygiene', 90],
      [1, 'dreikish', 'dre-oil', 320],
      [2, 'mashta', 'mas-hygiene', 60],
      [2, 'mashta', 'mas-oil', 200],
    ],
    progressShare: 0.42,
    silentMin: [0, 0, 0],
  },
  {
    origin: 'zablatani',
    vehicles: [9, 10],
    departsInHours: 2.5,
    leader: 'خالد منصور',
    reached: 'loading',
    stops: [{ site: 'tallkalakh', hoursAfterDeparture: 4 }],
    cargo: [
      [0, 'tallkalakh', 'tal-blanket', 140],
      [0, 'tallkalakh', 'tal-tarp', 60],
      [1, 'tallkalakh', 'tal-rice', 1_500],
      [1, 'tallkalakh', 'tal-oil', 320],
      [0, 'tallkalakh', 'tal-hygiene', 90],
      [0, 'tallkalakh', 'tal-clothing', 70],
    ],
    loadedShare: 0.5,
  },
  {
    origin: 'zablatani',
    vehicles: [0, 1, 11],
    departsInHours: 16,
    leader: 'سامر درويش',
    reached: 'planned',
    stops: [
      { site: 'haffa', hoursAfterDeparture: 7 },
      { site: 'kasab', hoursAfterDeparture: 9.5 },
    ],
    cargo: [
      [0, 'haffa', 'haf-tarp', 140],
      [0, 'haffa', 'haf-hygiene', 90],
      [0, 'kasab', 'kas-rice', 1_600],
      [1, 'haffa', 'haf-oil', 300],
      [1, 'kasab', 'kas-blanket', 180],
    ],
  },
];
