/** OCHA P-codes, admin level 1, with the seat of each governorate. */
export const GOVERNORATES = [
  { code: 'SY01', name_en: 'Damascus', name_ar: 'دمشق', lat: 33.5102, lng: 36.2913 },
  { code: 'SY02', name_en: 'Aleppo', name_ar: 'حلب', lat: 36.2021, lng: 37.1343 },
  { code: 'SY03', name_en: 'Rural Damascus', name_ar: 'ريف دمشق', lat: 33.5718, lng: 36.4028 },
  { code: 'SY04', name_en: 'Homs', name_ar: 'حمص', lat: 34.7268, lng: 36.7234 },
  { code: 'SY05', name_en: 'Hama', name_ar: 'حماة', lat: 35.1318, lng: 36.7578 },
  { code: 'SY06', name_en: 'Lattakia', name_ar: 'اللاذقية', lat: 35.5407, lng: 35.7828 },
  { code: 'SY07', name_en: 'Idleb', name_ar: 'إدلب', lat: 35.9306, lng: 36.6339 },
  { code: 'SY08', name_en: 'Al-Hasakeh', name_ar: 'الحسكة', lat: 36.5024, lng: 40.7477 },
  { code: 'SY09', name_en: 'Deir-ez-Zor', name_ar: 'دير الزور', lat: 35.3359, lng: 40.1408 },
  { code: 'SY10', name_en: 'Tartous', name_ar: 'طرطوس', lat: 34.889, lng: 35.8866 },
  { code: 'SY11', name_en: 'Ar-Raqqa', name_ar: 'الرقة', lat: 35.9528, lng: 39.0079 },
  { code: 'SY12', name_en: "Dar'a", name_ar: 'درعا', lat: 32.6189, lng: 36.1021 },
  { code: 'SY13', name_en: 'As-Sweida', name_ar: 'السويداء', lat: 32.709, lng: 36.5695 },
  { code: 'SY14', name_en: 'Quneitra', name_ar: 'القنيطرة', lat: 33.1255, lng: 35.8247 },
] as const;
