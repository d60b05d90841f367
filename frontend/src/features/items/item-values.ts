import { listItems } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../shared/api/index.ts';
import { notifyDone, type QuantityValue } from '../../shared/ui/index.ts';

export type ItemValues = {
  code: string;
  nameAr: string;
  nameEn: string;
  category: string | null;
  unit: string | null;
  unitWeightG: QuantityValue;
  unitVolumeMl: QuantityValue;
  packaging: string | null;
  unitsPerPack: QuantityValue;
};

/** What creating and changing an item have in common. */
export function useItemForm(done: 'form.created' | 'form.saved', onClose: () => void) {
  const { t } = useTranslation('items');
  const labels = {
    code: t('form.code'),
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    category: t('form.category'),
    unit: t('form.unit'),
    unitWeightG: t('form.unitWeightG'),
    unitVolumeMl: t('form.unitVolumeMl'),
    packaging: t('form.packaging'),
    unitsPerPack: t('form.unitsPerPack'),
  };
  const finish = async () => {
    notifyDone(t(done));
    onClose();
    await queryClient.invalidateQueries({ queryKey: [listItems.path] });
  };
  return { labels, finish };
}
