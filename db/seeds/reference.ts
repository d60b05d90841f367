import type { Db } from '../src/index.ts';
import { fixedId } from './fixed-id.ts';
import { GOVERNORATES } from './governorates.ts';
import { CATALOGUE } from './items.ts';
import { OBLIGATION_TYPES } from './obligation-types.ts';

/**
 * The governorates, the item catalogue and what associations owe. May run at every start: what a newer release
 * corrects arrives, and an item or a rule that someone has edited stays as they left it.
 */
export async function loadReferenceData(db: Db): Promise<void> {
  await db('governorates').insert(GOVERNORATES).onConflict('code').merge();
  await db('items')
    .insert(CATALOGUE.map((item) => ({ id: itemId(item.code), ...item })))
    .onConflict('code')
    .merge([
      'name_ar',
      'name_en',
      'category',
      'unit_weight_g',
      'unit_volume_ml',
      'units_per_pack',
      'packaging',
    ])
    .where('items.version', 1);
  await db('obligation_types')
    .insert(OBLIGATION_TYPES.map((type) => ({ id: fixedId('obligation-type', type.key), ...type })))
    .onConflict('key')
    .merge()
    .where('obligation_types.version', 1);
}

/** The id of a catalogue item in every installation. */
export function itemId(code: string): string {
  return fixedId('item', code);
}
