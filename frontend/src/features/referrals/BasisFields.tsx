import { Input, Radio, SegmentedControl, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { ConsentForm, LegalBasisKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { calendarDay } from '../../shared/format/index.ts';
import { DateTimeInput } from '../../shared/ui/index.ts';
import forms from './Forms.module.css';
import classes from './NewReferralPage.module.css';
import { PRIVATE } from './private.ts';
import type { RequestValues } from './use-request-form.ts';

/** On what ground the citizen's data may be kept: consent, or what the law says, explained. */
export function BasisFields({ form }: { form: UseFormReturnType<RequestValues> }) {
  const { t } = useTranslation('referrals');
  const isConsent = form.values.basis.kind === 'consent';
  return (
    <fieldset className={classes.basis}>
      <legend>{t('basis.title')}</legend>
      <Radio.Group aria-label={t('basis.title')} {...form.getInputProps('basis.kind')}>
        <div className={forms.choices}>
          {LegalBasisKind.options.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`basis.kind.${kind}`)}
              description={t(`basis.kindText.${kind}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {isConsent ? (
        <div className={forms.pair}>
          <Input.Wrapper label={t('basis.form')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('basis.form')}
              data={ConsentForm.options.map((value) => ({ value, label: t(`basis.consent.${value}`) }))}
              {...form.getInputProps('basis.form')}
            />
          </Input.Wrapper>
          <DateTimeInput
            label={t('basis.givenAt')}
            required
            maxDate={calendarDay(new Date())}
            {...form.getInputProps('basis.givenAt')}
          />
        </div>
      ) : (
        <Textarea
          {...PRIVATE}
          label={t('basis.note')}
          required
          autosize
          minRows={1}
          {...form.getInputProps('basis.note')}
        />
      )}
    </fieldset>
  );
}
