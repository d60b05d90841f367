import { Button, Select } from '@mantine/core';
import type { StockLine } from '@qafila/contract';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, notifyDone, QuantityInput, type QuantityValue } from '../../shared/ui/index.ts';
import classes from './GoodsPanel.module.css';
import { additionOf, type Goods } from './goods.ts';
import type { Builder } from './use-builder.ts';
import { useVehicleName } from './use-vehicle-name.ts';

type LotPickerProps = {
  builder: Builder;
  /** What is suggested: quantities by lot. */
  goods: Goods;
  lots: readonly StockLine[];
  /** How much of the need is open, where a need is answered. */
  open?: number;
  onDone: () => void;
};

/** How much of each lot goes onto the chosen vehicle; Enter in any field adds. */
export function LotPicker({ builder, goods, lots, open, onDone }: LotPickerProps) {
  const { t } = useTranslation('builder');
  const { name, quantity } = useFormat();
  const nameOf = useVehicleName();
  const { vehicles, stops } = builder.file.convoy;
  const { vehicle } = builder;
  const [takes, setTakes] = useState<ReadonlyMap<number, QuantityValue>>(
    new Map(goods.takes.map((take) => [take.accountId, take.quantity])),
  );
  const [stopId, setStopId] = useState(goods.stopId ?? stops[0]?.id ?? '');
  const takeOf = (lot: StockLine) => takes.get(lot.accountId) ?? 0;
  const sum = lots.reduce((total, lot) => total + numberOf(takeOf(lot)), 0);
  const canAdd = vehicle !== undefined && sum > 0 && lots.every((lot) => isTakeable(takeOf(lot), lot));

  const add = async () => {
    if (!(canAdd && vehicle)) return;
    const chosen = lots.map((lot) => ({ accountId: lot.accountId, quantity: numberOf(takeOf(lot)) }));
    const isDone = await builder.add(additionOf({ ...goods, takes: chosen }, vehicle, stopId));
    if (!isDone) return;
    const what = { quantity: quantity(sum, goods.item.unit), item: name(goods.item) };
    notifyDone(t('needs.added', { ...what, vehicle: nameOf(vehicles, vehicle) }));
    onDone();
  };

  return (
    <form
      className={classes.picker}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.closest('li')?.querySelector<HTMLElement>('[data-goods]')?.focus();
        onDone();
      }}
    >
      <ul className={classes.lots}>
        {lots.map((lot, index) => (
          <LotTake
            key={lot.accountId}
            lot={lot}
            value={takeOf(lot)}
            isFirst={index === 0}
            isForStop={goods.stopId !== null}
            onChange={(value) => setTakes(new Map([...takes, [lot.accountId, value]]))}
          />
        ))}
      </ul>
      {goods.stopId === null && stops.length > 1 && (
        <Select
          size="sm"
          label={t('needs.toStop')}
          value={stopId}
          onChange={(id) => id && setStopId(id)}
          allowDeselect={false}
          data={stops.map((stop) => ({ value: stop.id, label: name(stop.site) }))}
        />
      )}
      <div className={classes.addRow}>
        <SumLine sum={sum} open={open} />
        <Button type="submit" size="sm" disabled={!canAdd} loading={builder.isBusy}>
          {vehicle ? t('needs.add', { vehicle: nameOf(vehicles, vehicle) }) : t('needs.noVehicle')}
        </Button>
      </div>
    </form>
  );
}

function SumLine({ sum, open }: { sum: number; open: number | undefined }) {
  const { t } = useTranslation('builder');
  if (open === undefined) return null;
  return <span aria-live="polite">{t(sum > open ? 'needs.sumOver' : 'needs.sum', { sum, open })}</span>;
}

type LotTakeProps = {
  lot: StockLine;
  value: QuantityValue;
  isFirst: boolean;
  /** The goods have their stop: theirs is the destination a lot was given for. */
  isForStop: boolean;
  onChange: (value: QuantityValue) => void;
};

function LotTake({ lot, value, isFirst, isForStop, onChange }: LotTakeProps) {
  const { t } = useTranslation('builder');
  const { name, number, date } = useFormat();
  return (
    <li>
      <span className={classes.lotName}>
        {name(lot.association)}
        <small>
          <Code muted>{lot.lotCode}</Code> · {t('needs.lotFree', { free: number(lot.free) })}
          {lot.needSiteId !== null && ` · ${t(isForStop ? 'needs.givenFor' : 'needs.givenElsewhere')}`}
          {lot.expiresOn && ` · ${t('needs.expires', { date: date(lot.expiresOn) })}`}
        </small>
      </span>
      <QuantityInput
        size="sm"
        className={classes.take}
        aria-label={t('needs.take', { lot: isolated(lot.lotCode) })}
        value={value}
        onChange={onChange}
        error={!isTakeable(value, lot)}
        // Opened by key: the next key pressed is the quantity.
        autoFocus={isFirst}
        onFocus={(event) => event.currentTarget.select()}
      />
    </li>
  );
}

function numberOf(value: QuantityValue): number {
  return typeof value === 'number' ? value : 0;
}

/** An emptied field takes nothing. */
function isTakeable(value: QuantityValue, lot: StockLine): boolean {
  return value === '' || (typeof value === 'number' && value >= 0 && value <= lot.free);
}
