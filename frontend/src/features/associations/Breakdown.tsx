import type { RegistryFigures } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EmptyNote, Panel } from '../../shared/ui/index.ts';
import { BarList, useAidWord } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';

export type Mode = 'chart' | 'table';
type By = 'kind' | 'sector' | 'governorate';
type BreakdownProps = { of: By; figures: RegistryFigures; mode: Mode };

/** The declarations by one property, the most first; each leads to those that it counts. */
export function Breakdown({ of, figures, mode }: BreakdownProps) {
  const { t } = useTranslation('associations');
  const rows = useRows(of, figures);
  const title = t(`glance.by.${of}`);
  return (
    <Panel title={title} note={of === 'sector' && t('glance.sectorNote')} flush={mode === 'table'}>
      {figures.declared === 0 && <EmptyNote title={t('glance.none')} />}
      {figures.declared > 0 && mode === 'chart' && (
        <BarList
          caption={title}
          labelHead={t(of)}
          valueHead={t('glance.declarations')}
          bars={rows.map(({ key, label, href, count }) => ({
            key,
            label: <Link href={href}>{label}</Link>,
            value: count,
          }))}
        />
      )}
      {figures.declared > 0 && mode === 'table' && (
        <FiguresTable of={of} rows={rows} all={figures.declared} />
      )}
    </Panel>
  );
}

type Row = { key: string; label: string; href: string; count: number };

function FiguresTable({ of, rows, all }: { of: By; rows: readonly Row[]; all: number }) {
  const { t } = useTranslation('associations');
  const { number, percent } = useFormat();
  return (
    <DataTable caption={t(`glance.by.${of}`)}>
      <thead>
        <tr>
          <th scope="col">{t(of)}</th>
          <th scope="col" data-number>
            {t('glance.declarations')}
          </th>
          <th scope="col" data-number>
            {t('glance.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, href, count }) => (
          <tr key={key}>
            <th scope="row">
              <Link href={href}>{label}</Link>
            </th>
            <td data-number>{number(count)}</td>
            <td data-number>{percent(count / all)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function useRows(of: By, figures: RegistryFigures): Row[] {
  const { t } = useTranslation('associations');
  const word = useAidWord();
  const governorateOf = useGovernorateName();
  const { year, kinds, sectors, governorates } = figures;
  const inYear = year === null ? '' : `&year=${year}`;
  const rows = {
    kind: () =>
      kinds.map((it) => ({ key: it.kind, label: t(`associationKind.${it.kind}`), count: it.count })),
    sector: () => sectors.map((it) => ({ key: it.sector, label: word.sector(it.sector), count: it.count })),
    governorate: () =>
      governorates.map((it) => ({
        key: it.governorateCode,
        label: governorateOf(it.governorateCode),
        count: it.count,
      })),
  }[of]();
  return rows
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map((row) => ({ ...row, href: `/associations/list?${of}=${row.key}${inYear}` }));
}
