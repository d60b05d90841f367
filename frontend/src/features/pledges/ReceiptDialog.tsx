import { Button, Checkbox, Textarea } from '@mantine/core';
import type { Pledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import {
  DateTimeInput,
  DayInput,
  Dialog,
  DialogActions,
  FieldErrors,
  FormShell,
  QuantityInput,
} from '../../shared/ui/index.ts';
import { SiteSelect } from '../sites/index.ts';
import { outstandingOf } from './decision.ts';
import classes from './PledgeForms.module.css';
import { RECEIVING_KINDS } from './receiving.ts';
import { useReceiptForm } from './useReceiptForm.ts';

type ReceiptDialogProps = { pledge: Pledge; onClose: () => void };

/** Counting goods in: how many, where, until when they keep; more than is outstanding wants a tick and a reason. */
export function ReceiptDialog({ pledge, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation('pledges');
  const { name } = useFormat();
  return (
    <Dialog opened onClose={onClose} title={t('receipt.title', { association: name(pledge.association) })}>
      <ReceiptForm pledge={pledge} onClose={onClose} />
    </Dialog>
  );
}

function ReceiptForm({ pledge, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation('pledges');
  const { number, quantity: quantityOf, unit, name } = useFormat();
  const { form, submit, isSubmitting, failure } = useReceiptForm(pledge, onClose);
  const outstanding = outstandingOf(pledge);
  const counted = typeof form.values.quantity === 'number' ? form.values.quantity : 0;
  const over = Math.max(0, counted - outstanding);
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <div>
        <b>{name(pledge.item)}</b> ·{' '}
        {t('receipt.outstanding', { quantity: quantityOf(outstanding, pledge.item.unit) })}
      </div>
      <div className={classes.quantity}>
        <QuantityInput
          label={t('receipt.quantity')}
          unit={unit(pledge.item.unit)}
          required
          data-autofocus
          {...form.getInputProps('quantity')}
          className={classes.number ?? ''}
        />
        {outstanding > 0 && (
          <Button variant="default" onClick={() => form.setFieldValue('quantity', outstanding)}>
            {t('receipt.all', { quantity: number(outstanding) })}
          </Button>
        )}
      </div>
      <div className={classes.effect} aria-live="polite">
        <div className={classes.words}>
          <span>{t('receipt.remaining')}</span>
          <b>{number(Math.max(0, outstanding - counted))}</b>
        </div>
        {over > 0 && (
          <Checkbox
            {...form.getInputProps('acceptOver', { type: 'checkbox' })}
            label={t('receipt.over', { amount: number(over) })}
          />
        )}
      </div>
      <SiteSelect
        label={t('receipt.site')}
        required
        kinds={RECEIVING_KINDS}
        {...form.getInputProps('siteId')}
      />
      <div className={classes.pair}>
        <DateTimeInput label={t('receipt.receivedAt')} required {...form.getInputProps('receivedAt')} />
        <DayInput
          label={t('receipt.expires')}
          description={t('receipt.expiresHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          {...form.getInputProps('expiresOn')}
        />
      </div>
      <Textarea
        label={t(over > 0 ? 'receipt.overNote' : 'receipt.note')}
        required={over > 0}
        autosize
        minRows={1}
        {...form.getInputProps('note')}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {counted > 0
            ? t('receipt.save', { quantity: quantityOf(counted, pledge.item.unit) })
            : t('receipt.saveEmpty')}
        </Button>
      </DialogActions>
    </FormShell>
  );
}
