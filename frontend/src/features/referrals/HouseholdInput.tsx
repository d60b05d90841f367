import { useTranslation } from 'react-i18next';
import { QuantityInput, type QuantityValue } from '../../shared/ui/index.ts';

type HouseholdInputProps = { value?: QuantityValue | null; onChange: (value: QuantityValue) => void };

/** How many live in the household, where that is known. */
export function HouseholdInput(input: HouseholdInputProps) {
  const { t } = useTranslation('referrals');
  return (
    <QuantityInput
      label={t('field.household')}
      placeholder={t('form.optional')}
      unit={t('field.people')}
      {...input}
    />
  );
}
