import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type PriorityInputProps = { value?: string; onChange: (value: string) => void };

/** How much it presses. */
export function PriorityInput(input: PriorityInputProps) {
  const { t } = useTranslation('referrals');
  return (
    <Input.Wrapper label={t('field.priority')} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={t('field.priority')}
        data={(['1', '2', '3'] as const).map((level) => ({ value: level, label: t(`priority.${level}`) }))}
        {...input}
      />
    </Input.Wrapper>
  );
}
