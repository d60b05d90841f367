import {
  FAULT_WORDS,
  type ImportedRow,
  ImportedState,
  type ImportReport,
  type TableColumn,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { DataTable, type Glyph, Notice, StageGlyph } from '../../shared/ui/index.ts';
import classes from './ImportDialog.module.css';

const GLYPHS: Readonly<Record<ImportedState, Glyph>> = {
  new: 'loading',
  changed: 'delayed',
  same: 'settled',
  error: 'incident',
};

type ReportViewProps = { report: ImportReport; columns: readonly TableColumn[] };

/** What a table would do, or did: figures, and the rows worth looking at. */
export function ReportView({ report, columns }: ReportViewProps) {
  const { t } = useTranslation('tables');
  const { number } = useFormat();
  const words = useWords(columns);
  if (report.fault) {
    const { column, code } = report.fault;
    return (
      <Notice kind="refused" role="alert" title={t('unreadable')}>
        {t(`tableFault.${code}`, { column: words.column(column), defaultValue: words.fault(code) })}
      </Notice>
    );
  }
  if (report.rows.length === 0) {
    return (
      <Notice kind="warning" role="alert" title={t('noRows')}>
        {t('noRowsText')}
      </Notice>
    );
  }
  return (
    <>
      <ul className={classes.counts}>
        {ImportedState.options.map((state) => (
          <li key={state}>
            <StageGlyph glyph={GLYPHS[state]} size={14} />
            <strong>{number(report.counts[state] ?? 0)}</strong>
            {t(`state.${state}`)}
          </li>
        ))}
      </ul>
      <div className={classes.rows}>
        <DataTable isDense caption={t('rows')}>
          <thead>
            <tr>
              <th scope="col" data-number>
                {t('row')}
              </th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('details')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <Row key={row.row} row={row} words={words} />
            ))}
          </tbody>
        </DataTable>
      </div>
    </>
  );
}

type Words = ReturnType<typeof useWords>;

function useWords(columns: readonly TableColumn[]) {
  const language = usePreferences((preferences) => preferences.language);
  return {
    column: (key: string) => columns.find((column) => column.key === key)?.[language] ?? key,
    fault: (code: string) => FAULT_WORDS[code as keyof typeof FAULT_WORDS]?.[language] ?? code,
  };
}

function Row({ row, words }: { row: ImportedRow; words: Words }) {
  const { t } = useTranslation('tables');
  const { number } = useFormat();
  return (
    <tr>
      <td data-number>{number(row.row)}</td>
      <th scope="row">
        <span className={classes.label}>
          <StageGlyph glyph={GLYPHS[row.state]} size={14} />
          <span className="visually-hidden">{t(`state.${row.state}`)}</span>
          <span>
            <bdi>{row.label}</bdi>
          </span>
        </span>
      </th>
      <td>
        {row.changes.map(({ column, from, to }) => (
          <div key={column}>
            {words.column(column)}: {from !== '' && <del>{from}</del>} <ins>{to}</ins>
          </div>
        ))}
        {row.faults.map(({ column, code }) => (
          <div key={`${column} ${code}`} className={classes.fault}>
            {column === '' ? words.fault(code) : `${words.column(column)}: ${words.fault(code)}`}
          </div>
        ))}
      </td>
    </tr>
  );
}
