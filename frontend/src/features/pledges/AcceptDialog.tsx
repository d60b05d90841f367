import { Button, Textarea } from '@mantine/core';
import { acceptPledge, type Pledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  Dialog,
  DialogActions,
  FieldErrors,
  FormShell,
  notifyDone,
  QuantityInput,
  type QuantityValue,
} from '../../shared/ui/index.ts';
import { effectOf } from './decision.ts';

type AcceptDialogProps = { pledge: Pledge; onClose: () => void };

/** Accepting another amount than the suggested one, with a word to the association. */
export function AcceptDialog({ pledge, onClose }: AcceptDialogProps) {
  const { t } = useTranslation('pledges');
  const { name, quantity: quantityOf, unit } = useFormat();
  const { gap, suggested } = effectOf(pledge);
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: acceptPledge,
    target: { params: { pledgeId: pledge.id } },
    initialValues: { quantity: (suggested || pledge.quantity) as QuantityValue, reason: '' },
    labels: { quantity: t('decide.quantity'), reason: t('decide.reason') },
    onDone: async () => {
      notifyDone(t('decide.accepted'));
      onClose();
      await invalidateTopics(queryClient, pledge.campaignId, ['pledges', 'needs']);
    },
  });
  const { quantity } = form.values;
  return (
    <Dialog opened onClose={onClose} title={t('decide.acceptTitle')} size={460}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <div>
          {t('decide.offered', {
            association: name(pledge.association),
            quantity: quantityOf(pledge.quantity, pledge.item.unit),
          })}
          {' · '}
          {name(pledge.item)}
        </div>
        <QuantityInput
          label={t('decide.quantity')}
          unit={unit(pledge.item.unit)}
          data-autofocus
          required
          {...form.getInputProps('quantity')}
          description={
            gap !== null && typeof quantity === 'number' && <AfterGap gap={gap} accepted={quantity} />
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {t('decide.accept', { amount: typeof quantity === 'number' ? quantity : '' })}
          </Button>
        </DialogActions>
      </FormShell>
    </Dialog>
  );
}

function AfterGap({ gap, accepted }: { gap: number; accepted: number }) {
  const { t } = useTranslation('pledges');
  const { number } = useFormat();
  if (accepted > gap) return t('decide.overGap', { amount: number(accepted - gap) });
  return t('decide.afterwards', { gap: number(gap - accepted) });
}
