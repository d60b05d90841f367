/** SQL that builds the contract's references as JSON, so that a row carries them whole. `table` is an alias. */
export function siteRefSql(table: string): string {
  return `json_build_object('id', ${table}.id, 'kind', ${table}.kind, 'nameAr', ${table}.name_ar,
    'nameEn', ${table}.name_en, 'governorateCode', ${table}.governorate_code,
    'lat', ${table}.lat, 'lng', ${table}.lng)`;
}

export function itemRefSql(table: string): string {
  return `json_build_object('id', ${table}.id, 'code', ${table}.code, 'nameAr', ${table}.name_ar,
    'nameEn', ${table}.name_en, 'category', ${table}.category, 'unit', ${table}.unit,
    'unitWeightG', ${table}.unit_weight_g, 'unitVolumeMl', ${table}.unit_volume_ml)`;
}

export function namedRefSql(table: string): string {
  return `json_build_object('id', ${table}.id, 'nameAr', ${table}.name_ar, 'nameEn', ${table}.name_en)`;
}
