import type { StockLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, useUrlState } from '../../shared/ui/index.ts';
import { drag } from './drag.ts';
import classes from './GoodsPanel.module.css';
import { GoodsRow } from './GoodsRow.tsx';
import { LotPicker } from './LotPicker.tsx';
import type { Builder } from './use-builder.ts';

type LotsListProps = { builder: Builder; lots: readonly StockLine[] };

/** All that is free at the origin, whether a stop asked for it or not. */
export function LotsList({ builder, lots }: LotsListProps) {
  const { t } = useTranslation('builder');
  const { name, quantity } = useFormat();
  const [openId, setOpenId] = useUrlState('lot', '');
  if (lots.length === 0) {
    return <p className={classes.none}>{t('needs.noLots', { site: name(builder.file.convoy.origin) })}</p>;
  }
  return (
    <ul className={classes.list}>
      {lots.map((lot) => {
        const id = String(lot.accountId);
        const goods = {
          item: lot.item,
          stopId: stopGivenFor(builder, lot),
          takes: [{ accountId: lot.accountId, quantity: lot.free }],
        };
        const toggle = (isOpen: boolean) => setOpenId(isOpen ? id : null);
        return (
          <GoodsRow
            key={id}
            label={t('needs.open', { item: name(lot.item) })}
            isOpen={openId === id}
            onToggle={toggle}
            onDrag={() => drag.start(goods)}
            first={
              <>
                <b>{quantity(lot.free, lot.item.unit)}</b> · {name(lot.item)}
              </>
            }
            second={
              <>
                <Code muted>{lot.lotCode}</Code> · {name(lot.association)}
              </>
            }
          >
            <LotPicker
              key={lot.free}
              builder={builder}
              goods={goods}
              lots={[lot]}
              onDone={() => toggle(false)}
            />
          </GoodsRow>
        );
      })}
    </ul>
  );
}

/** The stop that goods were given for, where the convoy goes there. */
function stopGivenFor(builder: Builder, lot: StockLine): string | null {
  const { stops } = builder.file.convoy;
  return stops.find((stop) => stop.site.id === lot.needSiteId)?.id ?? null;
}
