export type CatalogueItem = {
  code: string;
  name_ar: string;
  name_en: string;
  category: string;
  unit: string;
  unit_weight_g: number;
  unit_volume_ml: number;
  units_per_pack: number;
  packaging: string;
};

type Row = [
  code: string,
  nameAr: string,
  nameEn: string,
  category: string,
  unit: string,
  unitWeightG: number,
  unitVolumeMl: number,
  unitsPerPack: number,
  packaging: string,
];

/** Codes that begin with H, K, E or A are the IFRC catalogue's; the food, power and clothing ones are ours. */
const ROWS: Row[] = [
  [
    'HSHEBLANWMT1',
    'بطانية متوسطة الدفء',
    'Blanket, medium thermal',
    'bedding',
    'piece',
    1_750,
    11_250,
    25,
    'bale',
  ],
  [
    'HSHEBLANWHT1',
    'بطانية عالية الدفء',
    'Blanket, high thermal',
    'bedding',
    'piece',
    2_000,
    8_000,
    25,
    'bale',
  ],
  ['HSHEMATTPLA1', 'حصيرة بلاستيكية', 'Plastic mat', 'bedding', 'piece', 860, 3_000, 25, 'bale'],
  ['HSHETARPW406', 'شادر 4×6 م', 'Tarpaulin 4 × 6 m', 'shelter', 'piece', 4_200, 11_200, 5, 'bale'],
  ['KRELSHEK01', 'طقم أدوات الإيواء', 'Shelter tool kit', 'shelter', 'kit', 11_000, 36_000, 1, 'carton'],
  ['HSHETENTF16C', 'خيمة عائلية 16 م²', 'Family tent 16 m²', 'shelter', 'tent', 55_000, 281_750, 1, 'single'],
  ['KRELCOOSETA', 'طقم أدوات مطبخ', 'Kitchen set', 'kitchen', 'set', 5_000, 24_300, 1, 'carton'],
  [
    'KRELHYPA05P',
    'سلة نظافة (5 أشخاص، شهر)',
    'Hygiene parcel (5 people, 1 month)',
    'hygiene',
    'parcel',
    8_100,
    26_000,
    1,
    'carton',
  ],
  [
    'HCONJCANPF10',
    'بيدون ماء قابل للطي 10 ل',
    'Jerrycan, foldable, 10 L',
    'water',
    'piece',
    140,
    420,
    100,
    'carton',
  ],
  ['HCONBUCKP14L', 'سطل 14 ل', 'Bucket 14 L', 'water', 'piece', 1_250, 6_200, 10, 'bundle'],
  ['EELESOLABPK4', 'مصباح شمسي', 'Solar lantern', 'power', 'piece', 560, 3_790, 12, 'carton'],
  ['QPWRBANK10', 'بطارية شحن متنقلة', 'Power bank', 'power', 'piece', 250, 450, 40, 'carton'],
  ['QPWRCHARGER', 'شاحن هاتف', 'Phone charger', 'power', 'piece', 90, 300, 100, 'carton'],
  ['APROMASKDC', 'كمامة واقية من الغبار', 'Dust mask', 'safety', 'piece', 5, 45, 50, 'box'],
  [
    'ASECFIREEXTA',
    'مطفأة حريق 6 كغ',
    'Fire extinguisher 6 kg',
    'safety',
    'piece',
    10_000,
    22_000,
    1,
    'single',
  ],
  ['QFOODRICE', 'أرز', 'Rice', 'food', 'kilogram', 1_000, 1_250, 25, 'bag'],
  ['QFOODFLOUR', 'طحين قمح', 'Wheat flour', 'food', 'kilogram', 1_000, 2_000, 50, 'bag'],
  ['QFOODBEANS', 'فاصولياء يابسة', 'Dry beans', 'food', 'kilogram', 1_000, 1_100, 25, 'bag'],
  ['QFOODSUGAR', 'سكر', 'Sugar', 'food', 'kilogram', 1_000, 1_220, 50, 'bag'],
  ['QFOODSUNOIL', 'زيت دوار الشمس', 'Sunflower oil', 'food', 'litre', 900, 1_350, 12, 'carton'],
  [
    'QCLOTHPARCEL',
    'طرد ألبسة عائلي',
    'Family clothing parcel',
    'clothing',
    'parcel',
    6_000,
    30_000,
    1,
    'carton',
  ],
];

export const CATALOGUE: CatalogueItem[] = ROWS.map(
  ([code, nameAr, nameEn, category, unit, unitWeightG, unitVolumeMl, unitsPerPack, packaging]) => ({
    code,
    name_ar: nameAr,
    name_en: nameEn,
    category,
    unit,
    unit_weight_g: unitWeightG,
    unit_volume_ml: unitVolumeMl,
    units_per_pack: unitsPerPack,
    packaging,
  }),
);
