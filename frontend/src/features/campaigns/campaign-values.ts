import type { CampaignKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';

export type CampaignValues = {
  kind: CampaignKind;
  nameAr: string;
  nameEn: string;
  purpose: string;
  startsOn: string | null;
  endsOn: string | null;
  governorateCodes: string[];
};

export const NO_CAMPAIGN: CampaignValues = {
  kind: 'convoys',
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
    kind: t('form.kind'),
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    startsOn: t('form.startsOn'),
    endsOn: t('form.endsOn'),
    governorateCodes: t('form.governorates'),
    purpose: t('form.purpose'),
  };
}
