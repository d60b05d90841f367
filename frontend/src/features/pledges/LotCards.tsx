import type { ItemUnit, LotState } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import { ACCOUNT_PARTS } from './journey.ts';
import classes from './LotCards.module.css';

type LotCardsProps = { lots: readonly LotState[]; unit: ItemUnit };

/** One card a lot: what came in, and where it is now. */
export function LotCards({ lots, unit }: LotCardsProps) {
  return (
    <ul className={classes.lots}>
      {lots.map((lot) => (
        <Lot key={lot.id} lot={lot} unit={unit} />
      ))}
    </ul>
  );
}

function Lot({ lot, unit }: { lot: LotState; unit: ItemUnit }) {
  const { t } = useTranslation('pledges');
  const { number, quantity, fullDate } = useFormat();
  const parts = ACCOUNT_PARTS.filter((part) => lot[part] > 0);
  return (
    <li className={classes.lot} data-loss={lot.damaged + lot.missing > 0 || undefined}>
      <div className={classes.head}>
        <Code>{lot.code}</Code>
        <StageGlyph glyph={glyphOf(lot)} size={14} />
      </div>
      <b>{quantity(lot.received, unit)}</b>
      {lot.expiresOn && (
        <span className={classes.expiry}>{t('page.expires', { date: fullDate(lot.expiresOn) })}</span>
      )}
      <dl className={classes.parts}>
        {parts.map((part) => (
          <div key={part} data-loss={part === 'damaged' || part === 'missing' || undefined}>
            <dt>{t(`page.${part}`)}</dt>
            <dd>{number(lot[part])}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function glyphOf(lot: LotState): Glyph {
  if (lot.damaged + lot.missing > 0) return 'incident';
  if (lot.received === 0) return 'off';
  if (lot.aboard > 0) return 'en_route';
  return lot.onHand > 0 ? 'loading' : 'settled';
}
