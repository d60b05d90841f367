import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient } from '../../shared/api/index.ts';
import { notifyDone, type QuantityValue } from '../../shared/ui/index.ts';

export type AssociationValues = {
  kind: string | null;
  nameAr: string;
  nameEn: string;
  governorateCode: string | null;
  contactName: string;
  contactPhone: string;
  declarationNumber: QuantityValue;
  declaredOn: string | null;
};

/** What registering and changing an association have in common. */
export function useAssociationForm(done: 'form.created' | 'form.saved', onClose: () => void) {
  const { t } = useTranslation('associations');
  const labels = {
    kind: t('form.kind'),
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    governorateCode: t('form.governorate'),
    declarationNumber: t('form.declarationNumber'),
    declaredOn: t('form.declaredOn'),
    contactName: t('form.contactName'),
    contactPhone: t('form.contactPhone'),
  };
  const finish = async () => {
    notifyDone(t(done));
    onClose();
    await invalidateWork(queryClient, ['associations']);
  };
  return { labels, finish };
}
