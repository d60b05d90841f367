import { Button } from '@mantine/core';
import { type Pledge, pledgeLifecycle } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmButton } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { effectOf, isAwaited, outstandingOf } from './decision.ts';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { usePledgeDecisions } from './usePledgeDecisions.ts';

type PledgeActionsProps = { pledge: Pledge; size?: 'xs' | 'sm' };

/** What the reader may do with a pledge in its present state. */
export function PledgeActions({ pledge, size = 'xs' }: PledgeActionsProps) {
  const can = useCan();
  const open = pledgeLifecycle.commandsFrom(pledge.status);
  return (
    <>
      {open.includes('accept') && can('pledge:decide') && <Decide pledge={pledge} size={size} />}
      {isAwaited(pledge) && can('receipt:record') && <Receive pledge={pledge} size={size} />}
      {open.includes('cancel') && can('pledge:decide') && outstandingOf(pledge) > 0 && (
        <CancelRest pledge={pledge} size={size} />
      )}
      {open.includes('withdraw') && can('pledge:withdraw') && <Withdraw pledge={pledge} size={size} />}
    </>
  );
}

type Sized = Required<PledgeActionsProps>;

function Decide({ pledge, size }: Sized) {
  const { t } = useTranslation('pledges');
  const [asked, setAsked] = useState<'accept' | 'decline'>();
  const { suggested } = effectOf(pledge);
  const close = () => setAsked(undefined);
  return (
    <>
      <Button size={size} onClick={() => setAsked('accept')}>
        {suggested > 0 ? t('decide.accept', { amount: suggested }) : t('decide.part')}
      </Button>
      <Button size={size} variant="default" onClick={() => setAsked('decline')}>
        {t('decide.decline')}
      </Button>
      {asked === 'accept' && <AcceptDialog pledge={pledge} onClose={close} />}
      {asked === 'decline' && <DeclineDialog pledge={pledge} onClose={close} />}
    </>
  );
}

function Receive({ pledge, size }: Sized) {
  const { t } = useTranslation('pledges');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {t('receipt.action')}
      </Button>
      {isOpen && <ReceiptDialog pledge={pledge} onClose={() => setOpen(false)} />}
    </>
  );
}

function CancelRest({ pledge, size }: Sized) {
  const { t } = useTranslation('pledges');
  const { name, quantity } = useFormat();
  const { cancel } = usePledgeDecisions();
  const rest = quantity(outstandingOf(pledge), pledge.item.unit);
  return (
    <ConfirmButton
      label={t('cancel.action')}
      button={{ size, variant: 'default' }}
      title={t('cancel.title')}
      message={t('cancel.text', { quantity: rest, item: name(pledge.item) })}
      confirmLabel={t('cancel.action')}
      danger
      reason="optional"
      onConfirm={(reason) => cancel(pledge, reason)}
    />
  );
}

function Withdraw({ pledge, size }: Sized) {
  const { t } = useTranslation('pledges');
  const { name, quantity } = useFormat();
  const { withdraw } = usePledgeDecisions();
  return (
    <ConfirmButton
      label={t('withdraw.action')}
      button={{ size, variant: 'default' }}
      title={t('withdraw.title')}
      message={t('withdraw.text', {
        quantity: quantity(pledge.quantity, pledge.item.unit),
        item: name(pledge.item),
      })}
      confirmLabel={t('withdraw.action')}
      danger
      reason="optional"
      onConfirm={(reason) => withdraw(pledge, reason)}
    />
  );
}
