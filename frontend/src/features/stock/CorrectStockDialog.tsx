import { Button, Radio, Textarea } from '@mantine/core';
import { CorrectionKind, type StockLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import type { ApiForm } from '../../shared/forms/index.ts';
import {
  Dialog,
  DialogActions,
  FieldErrors,
  FormShell,
  QuantityInput,
  type QuantityValue,
} from '../../shared/ui/index.ts';
import { CorrectionEffect } from './CorrectionEffect.tsx';
import classes from './CorrectStockDialog.module.css';
import { useCorrectionForm } from './useCorrectionForm.ts';

type CorrectStockDialogProps = { campaignId: string; line: StockLine; onClose: () => void };

/** Taking off the shelf what is not there: what happened, how much of it, why, and what will follow. */
export function CorrectStockDialog({ campaignId, line, onClose }: CorrectStockDialogProps) {
  const { t } = useTranslation('stock');
  const { name } = useFormat();
  const title = t('correct.title', { item: name(line.item), lot: isolated(line.lotCode) });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <CorrectionForm campaignId={campaignId} line={line} onClose={onClose} />
    </Dialog>
  );
}

function CorrectionForm({ campaignId, line, onClose }: CorrectStockDialogProps) {
  const { t } = useTranslation('stock');
  const { quantity: quantityOf } = useFormat();
  const { form, submit, isSubmitting, failure, idOf } = useCorrectionForm(campaignId, line, onClose);
  const { kind } = form.values;
  const quantity = typeof form.values.quantity === 'number' ? form.values.quantity : 0;
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <KindField form={form} firstId={idOf('kind')} />
      <QuantityField form={form} line={line} />
      <CorrectionEffect line={line} kind={kind} quantity={quantity} />
      <Textarea
        label={t('correct.reason')}
        description={t('correct.reasonHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        autosize
        minRows={1}
        {...form.getInputProps('reason')}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {quantity > 0
            ? t('correct.save', { quantity: quantityOf(quantity, line.item.unit) })
            : t('correct.saveEmpty')}
        </Button>
      </DialogActions>
    </FormShell>
  );
}

type FormOfCorrection = ApiForm<{
  kind: CorrectionKind | null;
  quantity: QuantityValue;
  reason: string;
}>['form'];

/** `firstId`: where the summary of faults leads, for a group of choices takes no focus. */
function KindField({ form, firstId }: { form: FormOfCorrection; firstId: string }) {
  const { t } = useTranslation('stock');
  return (
    <Radio.Group label={t('correct.kind')} required {...form.getInputProps('kind')} id={`${firstId}-group`}>
      <div className={classes.kinds}>
        {CorrectionKind.options.map((option, index) => (
          <Radio
            key={option}
            value={option}
            label={t(`correct.${option}`)}
            description={t(`correct.hint.${option}`)}
            {...(index === 0 && { id: firstId, 'data-autofocus': true })}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function QuantityField({ form, line }: { form: FormOfCorrection; line: StockLine }) {
  const { t } = useTranslation('stock');
  const { number, quantity: quantityOf, unit } = useFormat();
  return (
    <div>
      <div className={classes.quantity}>
        <QuantityInput
          label={t('correct.quantity')}
          unit={unit(line.item.unit)}
          required
          {...form.getInputProps('quantity')}
          className={classes.number ?? ''}
        />
        {line.free > 0 && (
          <Button variant="default" onClick={() => form.setFieldValue('quantity', line.free)}>
            {t('correct.all', { quantity: number(line.free) })}
          </Button>
        )}
      </div>
      {line.allotted > 0 && (
        <small className={classes.allotted}>
          {t('correct.allotted', { quantity: quantityOf(line.allotted, line.item.unit) })}
        </small>
      )}
    </div>
  );
}
