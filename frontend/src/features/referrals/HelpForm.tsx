import { Select, Textarea } from '@mantine/core';
import type { ReferralFile } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import {
  Code,
  DayInput,
  FieldErrors,
  FormShell,
  QuantityInput,
  SaveButtons,
  useNow,
} from '../../shared/ui/index.ts';
import { AidMark } from './AidMark.tsx';
import classes from './Forms.module.css';
import { HelpLines } from './HelpLines.tsx';
import { monthsOwed } from './help.ts';
import { useHelpForm } from './use-help-form.ts';

type HelpFormProps = { file: ReferralFile; month: string | undefined; onClose: () => void };

export function HelpForm({ file, month, onClose }: HelpFormProps) {
  const { t } = useTranslation('referrals');
  const { month: monthName } = useFormat();
  const today = calendarDay(useNow());
  const { referral } = file;
  const isCash = referral.kind === 'cash';
  const { form, submit, isSubmitting, failure } = useHelpForm({ file, month, today, onDone: onClose });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <div className={classes.of}>
        <b>
          <AidMark kind={referral.kind} cadence={referral.cadence} />
        </b>
        <Code muted>{referral.code}</Code>
      </div>
      <div className={classes.pair}>
        {referral.cadence === 'monthly' && (
          <Select
            label={t('help.month')}
            required
            allowDeselect={false}
            data={monthsOwed(file.dues, today).map((value) => ({ value, label: monthName(value) }))}
            {...form.getInputProps('forMonth')}
          />
        )}
        <DayInput
          label={t('help.givenOn')}
          required
          {...(referral.acceptedAt && { minDate: calendarDay(referral.acceptedAt) })}
          maxDate={today}
          {...form.getInputProps('givenOn')}
        />
      </div>
      {!isCash && <HelpLines form={form} />}
      <QuantityInput
        label={t(isCash ? 'help.amount' : 'help.cost')}
        required={isCash}
        data-autofocus={isCash || undefined}
        unit={t('measure.pound')}
        {...(!isCash && { placeholder: t('form.optional') })}
        {...form.getInputProps('amountSyp')}
      />
      <Textarea
        label={t('field.note')}
        description={t('help.noteHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={1}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('note')}
      />
      <SaveButtons label={t('help.save')} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}
