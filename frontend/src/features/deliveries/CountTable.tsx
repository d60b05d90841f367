import type { Waybill } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable } from '../../shared/ui/index.ts';
import { CheckMark } from './CheckMark.tsx';
import classes from './CountTable.module.css';
import { checkOf, isSettled, lossOf, UNCOUNTED, wholeCount } from './count.ts';
import { LineName } from './LineName.tsx';
import { PartInput } from './PartInput.tsx';
import { ReasonFields } from './ReasonFields.tsx';
import { RestButtons } from './RestButtons.tsx';
import type { DraftState } from './use-draft.ts';
import { WholeButton } from './WholeButton.tsx';

type CountTableProps = { waybill: Waybill; state: DraftState };

/** Loaded = good + damaged + missing, to the unit, line by line; the last column is the proof. */
export function CountTable({ waybill, state }: CountTableProps) {
  const { t } = useTranslation('deliveries');
  const { lines } = waybill;
  const { counts } = state.draft;
  const done = lines.filter((line) =>
    isSettled(checkOf(line.units, counts[line.lineId] ?? UNCOUNTED)),
  ).length;
  return (
    <div className={classes.table}>
      <DataTable caption={t('count.title')}>
        <thead>
          <tr>
            <th scope="col">{t('count.item')}</th>
            <th scope="col">{t('count.loaded')}</th>
            <th scope="col">{t('count.good')}</th>
            <th scope="col">{t('count.damaged')}</th>
            <th scope="col">{t('count.missing')}</th>
            <th scope="col">{t('count.reason')}</th>
            <th scope="col">{t('count.check')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <CountRow key={line.lineId} line={line} state={state} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('count.lines', { count: lines.length })}</th>
            <td colSpan={5} className={classes.note}>
              {t('count.footer')}
            </td>
            <td>{t('count.matched', { done, total: lines.length })}</td>
          </tr>
        </tfoot>
      </DataTable>
    </div>
  );
}

function CountRow({ line, state }: { line: Waybill['lines'][number]; state: DraftState }) {
  const { number, unit } = useFormat();
  const count = state.draft.counts[line.lineId] ?? UNCOUNTED;
  const check = checkOf(line.units, count);
  const set = (next: typeof count) => state.setCount(line.lineId, next);
  const isWrong = check.kind === 'short' || check.kind === 'over' || check.kind === 'unreadable';
  return (
    <tr data-refused={isWrong || undefined}>
      <th scope="row">
        <LineName line={line} />
      </th>
      <td className={classes.loaded}>
        {number(line.units)}
        <small>{unit(line.item.unit)}</small>
      </td>
      {(['good', 'damaged', 'missing'] as const).map((part) => (
        <td key={part}>
          <PartInput part={part} line={line} count={count} isWrong={isWrong} onChange={set} />
        </td>
      ))}
      <td className={classes.reason}>
        {check.kind === 'short' && <RestButtons units={line.units} count={count} onChange={set} />}
        {check.kind === 'uncounted' && (
          <WholeButton line={line} onWhole={() => set(wholeCount(line.units))} />
        )}
        {check.kind !== 'short' && lossOf(count) > 0 && (
          <ReasonFields line={line} count={count} onChange={set} />
        )}
      </td>
      <td className={classes.check}>
        <CheckMark check={check} />
      </td>
    </tr>
  );
}
