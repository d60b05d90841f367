import { Button } from '@mantine/core';
import type { Waybill } from '@qafila/contract';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, StickyBar } from '../../shared/ui/index.ts';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import { CountCards } from './CountCards.tsx';
import { CountTable } from './CountTable.tsx';
import { type Count, checkOf, UNCOUNTED, wholeCount } from './count.ts';
import { DeliveryHead, PrintLink } from './DeliveryHead.tsx';
import { PhotosPanel } from './PhotosPanel.tsx';
import { ReceiverPanel } from './ReceiverPanel.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import classes from './SettleForm.module.css';
import { useDraft } from './use-draft.ts';
import { useSettlement } from './use-settlement.ts';
import { WhyNotYet } from './WhyNotYet.tsx';
import { isReady, whatIsLeft } from './what-is-left.ts';

/** Counting a waybill where it arrived, until every line adds up and the receiver has signed. */
export function SettleForm({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('deliveries');
  const isPhone = useIsPhone();
  const state = useDraft(waybill.id);
  const settlement = useSettlement(waybill, state);
  const [isAsking, setAsking] = useState(false);
  const why = useId();
  const left = whatIsLeft(waybill, state.draft);
  const Counting = isPhone ? CountCards : CountTable;
  return (
    <>
      <DeliveryHead
        waybill={waybill}
        actions={
          <>
            <PrintLink waybill={waybill} />
            <Button
              variant="default"
              onClick={() => state.set({ counts: allWhole(waybill, state.draft.counts) })}
            >
              {t('allWhole')}
            </Button>
          </>
        }
      />
      <div className={classes.columns}>
        <Panel flush title={t('count.title')} note={t('count.rule')}>
          <Counting waybill={waybill} state={state} />
        </Panel>
        <div className={classes.proof}>
          <ReceiverPanel
            state={state}
            unloadingStartedAt={settlement.unloadingStartedAt}
            timeError={settlement.timeError}
          />
          <PhotosPanel waybill={waybill} />
        </div>
      </div>
      <StickyBar>
        <WhyNotYet id={why} left={left} draft={state.draft} />
        <Button
          size="md"
          className={classes.settle ?? ''}
          disabled={!isReady(left)}
          aria-describedby={why}
          onClick={() => setAsking(true)}
        >
          {t('confirm.action')}
        </Button>
      </StickyBar>
      <SettleDialog
        waybill={waybill}
        draft={state.draft}
        opened={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={settlement.settle}
      />
    </>
  );
}

/** Every line that was not counted yet, as it was loaded; what was counted stays. */
function allWhole(waybill: Waybill, counts: Readonly<Record<string, Count>>): Record<string, Count> {
  return Object.fromEntries(
    waybill.lines.map(({ lineId, units }) => {
      const count = counts[lineId] ?? UNCOUNTED;
      return [lineId, checkOf(units, count).kind === 'uncounted' ? wholeCount(units) : count];
    }),
  );
}
