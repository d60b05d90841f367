import { useTranslation } from 'react-i18next';

export type CampaignValues = {
  nameAr: string;
  nameEn: string;
  purpose: string;
  startsOn: string | null;
  endsOn: string | null;
  governorateCodes: string[];
};

export const NO_CAMPAIGN: CampaignValues = {
  nameAr: '',
  nameEn: '',
  purpose: '',
  startsOn: null,
  endsOn: null,
  governorateCodes: [],
};

export function useCampaignLabels() {
  const { t } = useTranslation('campaigns');
  return {
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    startsOn: t('form.startsOn'),
    endsOn: t('form.endsOn'),
    governorateCodes: t('form.governorates'),
    purpose: t('form.purpose'),
  };
}
