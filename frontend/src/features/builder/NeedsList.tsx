import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { PriorityMark, useUrlState } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import { drag } from './drag.ts';
import classes from './GoodsPanel.module.css';
import { GoodsRow } from './GoodsRow.tsx';
import { LotPicker } from './LotPicker.tsx';
import { type NeedToFill, type StopNeeds, takeFromLots } from './open-needs.ts';
import type { Builder } from './use-builder.ts';

type NeedsListProps = { builder: Builder; stops: readonly StopNeeds[] };

export function NeedsList({ builder, stops }: NeedsListProps) {
  const { t } = useTranslation('builder');
  const { name, number, when } = useFormat();
  const now = useNow();
  const [openId, setOpenId] = useUrlState('need', '');
  return stops.map(({ stop, needs }) => (
    <section key={stop.id} id={`needs-${stop.id}`}>
      <h3 className={classes.stopHead}>
        {t('needs.stop', { number: number(stop.ordinal), site: name(stop.site) })}
        <span>{t('needs.arrival', { when: when(stop.plannedArrivalAt, now) })}</span>
      </h3>
      {needs.length === 0 && <p className={classes.none}>{t('needs.noneAtStop')}</p>}
      <ul className={classes.list}>
        {needs.map((it) => (
          <NeedRow
            key={it.need.id}
            builder={builder}
            it={it}
            isOpen={openId === it.need.id}
            onToggle={(isOpen) => setOpenId(isOpen ? it.need.id : null)}
          />
        ))}
      </ul>
    </section>
  ));
}

type NeedRowProps = {
  builder: Builder;
  it: NeedToFill;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
};

function NeedRow({ builder, it: { stop, need, open, lots, free }, isOpen, onToggle }: NeedRowProps) {
  const { t } = useTranslation('builder');
  const { name, quantity, when } = useFormat();
  const now = useNow();
  const suggested = takeFromLots(open, lots);
  const goods = {
    item: need.item,
    stopId: stop.id,
    takes: [...suggested].map(([accountId, taken]) => ({ accountId, quantity: taken })),
  };
  return (
    <GoodsRow
      label={t('needs.open', { item: name(need.item) })}
      isOpen={isOpen && free > 0}
      isDisabled={free === 0}
      onToggle={onToggle}
      onDrag={() => drag.start(goods)}
      mark={<PriorityMark level={need.priority} />}
      first={
        <>
          <b>{quantity(open, need.item.unit)}</b> · {name(need.item)}
        </>
      }
      second={`${free === 0 ? t('needs.noStock') : t('needs.available', { count: lots.length, free: quantity(free, need.item.unit) })} · ${when(need.neededBy, now)}`}
      isWarning={free === 0}
    >
      <LotPicker
        key={`${open}|${lots.map((lot) => lot.accountId).join()}`}
        builder={builder}
        goods={goods}
        lots={lots}
        open={open}
        onDone={() => onToggle(false)}
      />
    </GoodsRow>
  );
}
