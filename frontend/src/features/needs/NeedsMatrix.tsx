import type { Need } from '@qafila/contract';
import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { directionOf, usePreferences } from '../../shared/i18n/index.ts';
import { useNow } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { isDueSoon } from './coverage.ts';
import { buildMatrix, type Matrix, type MatrixRow, neighbour, stepOf } from './matrix.ts';
import { NeedFigure, type Shown } from './NeedFigure.tsx';
import classes from './NeedsMatrix.module.css';

type NeedsMatrixProps = {
  needs: readonly Need[];
  shown: Shown;
  selectedId: string | undefined;
  onSelect: (needId: string) => void;
};

/** Destination by item. Arrow keys move between needs; one cell at a time takes part in the tab order. */
export function NeedsMatrix({ needs, shown, selectedId, onSelect }: NeedsMatrixProps) {
  const { t } = useTranslation('needs');
  const { name, unit } = useFormat();
  const direction = directionOf(usePreferences((preferences) => preferences.language));
  const table = useRef<HTMLTableElement>(null);
  const matrix = useMemo(() => buildMatrix(needs), [needs]);
  const entryId = selectedId ?? firstNeed(matrix)?.id;
  const move = (event: KeyboardEvent, needId: string) => {
    const step = stepOf(event.key, direction);
    const next = step && neighbour(matrix, needId, step);
    if (!step) return;
    event.preventDefault();
    if (!next) return;
    onSelect(next.id);
    table.current?.querySelector<HTMLElement>(`[data-need="${next.id}"]`)?.focus();
  };
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        className={classes.table}
        style={{ '--items': matrix.items.length } as CSSProperties}
        aria-label={t('matrix.title')}
      >
        <colgroup>
          <col className={classes.placeColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('matrix.destination')}</th>
            {matrix.items.map((item) => (
              <th key={item.id} scope="col">
                {name(item)} <span className={classes.unit}>{unit(item.unit)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <Row
              key={row.site.id}
              row={row}
              items={matrix.items}
              {...{ shown, selectedId, entryId, onSelect }}
              onMove={move}
            />
          ))}
        </tbody>
        <Totals matrix={matrix} shown={shown} />
      </table>
    </div>
  );
}

type RowProps = {
  row: MatrixRow;
  items: Matrix['items'];
  shown: Shown;
  selectedId: string | undefined;
  entryId: string | undefined;
  onSelect: (needId: string) => void;
  onMove: (event: KeyboardEvent, needId: string) => void;
};

function Row({ row, items, shown, selectedId, entryId, onSelect, onMove }: RowProps) {
  const { t } = useTranslation('needs');
  const { name } = useFormat();
  const governorateOf = useGovernorateName();
  const now = useNow();
  return (
    <tr className={row.startsGroup ? classes.groupStart : undefined}>
      <th scope="row">
        {name(row.site)}
        <span className={classes.governorate}>{governorateOf(row.site.governorateCode)}</span>
      </th>
      {items.map((item, column) => {
        const need = row.needs[column];
        if (!need) return <NoNeed key={item.id} />;
        return (
          <td key={item.id}>
            <button
              type="button"
              className={classes.cell}
              data-need={need.id}
              aria-pressed={need.id === selectedId}
              tabIndex={need.id === entryId ? 0 : -1}
              onClick={() => onSelect(need.id)}
              onKeyDown={(event) => onMove(event, need.id)}
            >
              <span className="visually-hidden">{t('cell', { item: name(item), site: name(row.site) })}</span>
              <NeedFigure coverage={need.coverage} shown={shown} isDueSoon={isDueSoon(need, now.getTime())} />
            </button>
          </td>
        );
      })}
    </tr>
  );
}

function NoNeed() {
  const { t } = useTranslation('needs');
  return (
    <td className={classes.none}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('matrix.none')}</span>
    </td>
  );
}

function Totals({ matrix, shown }: { matrix: Matrix; shown: Shown }) {
  const { t } = useTranslation('needs');
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('matrix.total')}</th>
        {matrix.items.map((item, column) => {
          const total = matrix.totals[column];
          return (
            <td key={item.id}>
              <div className={classes.cell}>{total && <NeedFigure coverage={total} shown={shown} />}</div>
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function firstNeed(matrix: Matrix): Need | undefined {
  return matrix.rows.flatMap((row) => row.needs).find((need) => need !== undefined);
}
