import { FundingSource } from '@qafila/contract';
import { useTranslation } from 'react-i18next';

export function useProjectLabels() {
  const { t } = useTranslation('projects');
  return {
    kind: t('form.kind'),
    sector: t('form.sector'),
    nameAr: t('common:form.nameAr'),
    nameEn: t('common:form.nameEn'),
    governorateCode: t('form.governorate'),
    description: t('form.description'),
    budgetSyp: t('form.budget'),
    funding: t('form.funding'),
    ...Object.fromEntries(FundingSource.options.map((it) => [`funding.${it}`, t(`source.${it}`)])),
    plannedStart: t('form.plannedStart'),
    plannedMonthlyIncomeSyp: t('form.income'),
    plannedMonthlyCostSyp: t('form.cost'),
    plannedJobs: t('form.jobs'),
    plannedFamilies: t('form.families'),
    documentIds: t('step.documents'),
  };
}
