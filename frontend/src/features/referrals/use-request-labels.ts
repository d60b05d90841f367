import { useTranslation } from 'react-i18next';

/** The fields of a request by their paths in the body. */
export function useRequestLabels(): Record<string, string> {
  const { t } = useTranslation('referrals');
  return {
    'person.nationalId': t('person.nationalId'),
    'person.fullName': t('person.fullName'),
    'person.phone': t('person.phone'),
    governorateCode: t('field.governorate'),
    householdSize: t('field.household'),
    priority: t('field.priority'),
    'person.request': t('person.request'),
    'basis.form': t('basis.form'),
    'basis.givenAt': t('basis.givenAt'),
    'basis.note': t('basis.note'),
    basis: t('basis.title'),
    duplicateReason: t('check.reason'),
  };
}
