import { Button, Checkbox, TextInput } from '@mantine/core';
import type { Need } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import {
  DateTimeInput,
  DialogActions,
  FieldErrors,
  FormShell,
  QuantityInput,
} from '../../shared/ui/index.ts';
import { SiteSelect } from '../sites/index.ts';
import { AssociationField } from './AssociationField.tsx';
import { NeedFacts, NeedField } from './NeedField.tsx';
import { OfferEffect } from './OfferEffect.tsx';
import classes from './PledgeForms.module.css';
import { RECEIVING_KINDS } from './receiving.ts';
import { useOfferForm } from './useOfferForm.ts';

type OfferFormProps = {
  campaignId: string;
  needs: readonly Need[];
  chosenNeed: Need | undefined;
  firstSiteId: string;
  onClose: () => void;
};

export function OfferForm({ campaignId, needs, chosenNeed, firstSiteId, onClose }: OfferFormProps) {
  const { t } = useTranslation('pledges');
  const { quantity: quantityOf } = useFormat();
  const [commitment, setCommitment] = useState<'open' | 'missing' | 'given'>('open');
  const offer = useOfferForm({ campaignId, needs, chosenNeed, firstSiteId, onDone: onClose });
  const { form, need, failure, submit, isSubmitting, isForOther } = offer;
  const { quantity } = form.values;
  const amount = need && typeof quantity === 'number' ? quantityOf(quantity, need.item.unit) : undefined;
  return (
    <FormShell
      onSubmit={(event) => {
        event.preventDefault();
        if (isForOther || commitment === 'given') submit();
        else setCommitment('missing');
      }}
    >
      <FieldErrors failure={failure} />
      {isForOther && <AssociationField campaignId={campaignId} {...form.getInputProps('associationId')} />}
      {chosenNeed ? (
        <NeedFacts need={chosenNeed} />
      ) : (
        <NeedField
          needs={needs}
          {...form.getInputProps('needId')}
          id={offer.idOf('itemId')}
          error={form.errors['itemId']}
        />
      )}
      <div className={classes.quantity}>
        <QuantityInput
          label={t('offer.quantity')}
          required
          data-autofocus
          {...(need && { unit: t(`unit.${need.item.unit}`) })}
          {...form.getInputProps('quantity')}
          className={classes.number ?? ''}
        />
        {need && need.coverage.gap > 0 && (
          <Button variant="default" onClick={() => form.setFieldValue('quantity', need.coverage.gap)}>
            {t('offer.wholeGap', { gap: need.coverage.gap })}
          </Button>
        )}
      </div>
      {need && <OfferEffect need={need} quantity={typeof quantity === 'number' ? quantity : 0} />}
      <div className={classes.pair}>
        <DateTimeInput label={t('offer.ready')} required {...form.getInputProps('readyAt')} />
        <SiteSelect
          label={t('offer.site')}
          required
          kinds={RECEIVING_KINDS}
          {...form.getInputProps('siteId')}
        />
      </div>
      <TextInput label={t('offer.note')} placeholder={t('form.optional')} {...form.getInputProps('note')} />
      {!isForOther && (
        <Checkbox
          checked={commitment === 'given'}
          onChange={(event) => setCommitment(event.currentTarget.checked ? 'given' : 'open')}
          label={t('offer.commit')}
          error={commitment === 'missing' && t('offer.commitFirst')}
        />
      )}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {amount ? t('offer.send', { quantity: amount }) : t('offer.sendEmpty')}
        </Button>
      </DialogActions>
    </FormShell>
  );
}
