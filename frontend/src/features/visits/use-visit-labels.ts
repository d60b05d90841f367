import { useTranslation } from 'react-i18next';

/** What the fields of a plan are called where their faults are summed up. */
export function useVisitLabels(): Record<string, string> {
  const { t } = useTranslation('visits');
  return {
    associationId: t('field.association'),
    templateId: t('field.template'),
    plannedFor: t('field.planned'),
    purpose: t('field.purpose'),
    visitorIds: t('field.visitors'),
    'point.label': t('place.label'),
    'point.at': t('place.onMap'),
  };
}
