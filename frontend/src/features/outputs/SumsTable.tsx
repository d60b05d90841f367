import type { OutputKind, OutputSum } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable } from '../../shared/ui/index.ts';
import { kindsIn, measureOf, quantityOf } from './sums.ts';
import { useOutputWords } from './useOutputWords.ts';

export type SumsRow = { key: string; label: ReactNode; sums: readonly OutputSum[] };

type SumsTableProps = {
  caption: string;
  /** What a row is: an association, a governorate, a day. */
  head: string;
  rows: readonly SumsRow[];
  isDense?: boolean;
};

/** Each row’s quantities by kind, and how often it reached people; the foot adds them up. */
export function SumsTable({ caption, head, rows, isDense = false }: SumsTableProps) {
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  const all = rows.flatMap((row) => row.sums);
  const kinds = kindsIn(all);
  return (
    <DataTable isDense={isDense} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" data-number>
              {words.kind(kind)}
            </th>
          ))}
          <th scope="col" data-number>
            {t('figures.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <Cells kinds={kinds} sums={row.sums} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <Cells kinds={kinds} sums={all} />
        </tr>
      </tfoot>
    </DataTable>
  );
}

function Cells({ kinds, sums }: { kinds: readonly OutputKind[]; sums: readonly OutputSum[] }) {
  const { number } = useFormat();
  return (
    <>
      {kinds.map((kind) => (
        <td key={kind} data-number>
          {number(quantityOf(sums, kind))}
        </td>
      ))}
      <td data-number>{number(measureOf(sums, 'people'))}</td>
    </>
  );
}
