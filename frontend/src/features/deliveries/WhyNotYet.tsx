import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';
import { UNCOUNTED } from './count.ts';
import type { Draft } from './draft.ts';
import classes from './SettleForm.module.css';
import { isReady, type Left, type LineToMend } from './what-is-left.ts';

type WhyNotYetProps = { id: string; left: Left; draft: Draft };

/** What still holds the settlement up: the gravest first, one sentence at a time. */
export function WhyNotYet({ id, left, draft }: WhyNotYetProps) {
  const { t } = useTranslation('deliveries');
  const [first] = left.lines;
  const todo = [
    left.uncounted > 0 && t('why.uncounted', { count: left.uncounted }),
    left.needsReceiver && t('why.receiver'),
    left.needsSignature && t('why.signature'),
  ].filter((words) => words !== false);
  return (
    <div id={id} className={classes.why} aria-live="polite">
      {first && <LineNotice mend={first} draft={draft} />}
      {!first && todo.length > 0 && <Notice title={todo.join(' · ')} />}
      {isReady(left) && <Notice kind="done" title={t('why.ready')} />}
    </div>
  );
}

function LineNotice({ mend: { line, check }, draft }: { mend: LineToMend; draft: Draft }) {
  const { t } = useTranslation('deliveries');
  const { name } = useFormat();
  const { good, damaged, missing } = draft.counts[line.lineId] ?? UNCOUNTED;
  const sum = [good, damaged, missing].reduce<number>(
    (total, part) => total + (typeof part === 'number' ? part : 0),
    0,
  );
  const figures = { item: name(line.item), sum, loaded: line.units, by: 'by' in check ? check.by : 0 };
  return <Notice kind="refused" title={t(`why.${check.kind}`, figures)} />;
}
