import { type CorrectionKind, readPledge, type StockLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import classes from './CorrectStockDialog.module.css';
import { effectOfMiscount } from './correction.ts';

type CorrectionEffectProps = { line: StockLine; kind: CorrectionKind | null; quantity: number };

/** What will follow: what stays on the shelf, and what becomes of the pledge. */
export function CorrectionEffect({ line, kind, quantity }: CorrectionEffectProps) {
  const { t } = useTranslation('stock');
  const { name, quantity: quantityOf } = useFormat();
  const isSensible = quantity > 0 && quantity <= line.free;
  const left = line.onHand - (isSensible ? quantity : 0);
  return (
    <div className={classes.effect} aria-live="polite">
      <div className={classes.left}>
        <span>{t('correct.left', { site: name(line.site) })}</span>
        <b>{quantityOf(left, line.item.unit)}</b>
      </div>
      {isSensible && kind === 'miscounted' && <MiscountEffect line={line} quantity={quantity} />}
      {isSensible && kind !== null && kind !== 'miscounted' && (
        <p>{t(`correct.leads.${kind}`, { association: name(line.association) })}</p>
      )}
    </div>
  );
}

function MiscountEffect({ line, quantity }: { line: StockLine; quantity: number }) {
  const { t } = useTranslation('stock');
  const { quantity: quantityOf } = useFormat();
  const word = useWord();
  const { data: file } = useApiQuery(readPledge, { params: { pledgeId: line.pledgeId } });
  const effect = file && effectOfMiscount(file.pledge, quantity);
  if (!effect) return null;
  const values = {
    code: isolated(file.pledge.code),
    quantity: quantityOf(effect.awaitedAgain, line.item.unit),
  };
  if (effect.awaitedAgain === 0) return <p>{t('correct.leads.excess', { code: values.code })}</p>;
  if (!effect.status) return <p>{t('correct.leads.awaited', values)}</p>;
  return <p>{t('correct.leads.back', { ...values, state: word.state('pledge', effect.status) })}</p>;
}
