import type { UseFormReturnType } from '@mantine/form';
import { AID_OFFERS, type AidOffer, SECTORS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceField, useAidWord } from '../../shared/ui/records/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';

type WithWork = { sectors: string[]; governorateCodes: string[]; aid: AidOffer[] };

/** What an association works in, where, and how it helps. */
export function WorkFields<Values extends WithWork>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('associations');
  const governorates = useGovernorateChoices();
  const word = useAidWord();
  return (
    <>
      <ChoiceField
        label={t('work.sectors')}
        choices={SECTORS.map((value) => ({ value, label: word.sector(value) }))}
        {...form.getInputProps('sectors')}
      />
      <ChoiceField
        label={t('work.governorates')}
        choices={governorates}
        {...form.getInputProps('governorateCodes')}
      />
      <AidField {...form.getInputProps('aid')} />
    </>
  );
}

type AidFieldProps = { id?: string; value?: AidOffer[]; onChange?: (offers: AidOffer[]) => void };

const codeOf = ({ kind, cadence }: AidOffer) => `${kind} ${cadence}`;

function AidField({ value = [], onChange, ...field }: AidFieldProps) {
  const { t } = useTranslation('associations');
  const word = useAidWord();
  return (
    <ChoiceField
      {...field}
      label={t('work.aid')}
      description={t('work.aidHint')}
      choices={AID_OFFERS.map((offer) => ({ value: codeOf(offer), label: word.aid(offer) }))}
      value={value.map(codeOf)}
      onChange={(codes) => onChange?.(AID_OFFERS.filter((offer) => codes.includes(codeOf(offer))))}
    />
  );
}
