import { AidCadence, type ReferralFigures } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, Panel } from '../../shared/ui/index.ts';
import { kindRows } from './figures.ts';

/** What was asked for: kinds down, how often across, with the help that was given. */
export function FiguresByKind({ figures }: { figures: ReferralFigures }) {
  const { t } = useTranslation('referrals');
  const { number, pounds } = useFormat();
  const rows = kindRows(figures);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  return (
    <Panel flush title={t('figures.byKind')}>
      <DataTable isStacked caption={t('figures.byKind')}>
        <thead>
          <tr>
            <th scope="col">{t('filter.kind')}</th>
            {AidCadence.options.map((cadence) => (
              <th key={cadence} scope="col" data-number>
                {t(`aid.cadence.${cadence}`)}
              </th>
            ))}
            <th scope="col" data-number>
              {t('figures.total')}
            </th>
            <th scope="col" data-number>
              {t('figures.helpCount')}
            </th>
            <th scope="col" data-number>
              {t('figures.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{t(`aid.kind.${row.kind}`)}</th>
              {AidCadence.options.map((cadence, at) => (
                <td key={cadence} data-number data-label={t(`aid.cadence.${cadence}`)}>
                  {number(row.counted[at] ?? 0)}
                </td>
              ))}
              <td data-number data-label={t('figures.total')}>
                <b>{number(row.total)}</b>
              </td>
              <td data-number data-label={t('figures.helpCount')}>
                {number(row.helpCount)}
              </td>
              <td data-number data-label={t('figures.amount')}>
                {row.amountSyp > 0 ? pounds(row.amountSyp) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('figures.total')}</th>
            {AidCadence.options.map((cadence, at) => (
              <td key={cadence} data-number data-label={t(`aid.cadence.${cadence}`)}>
                {number(sum(({ counted }) => counted[at] ?? 0))}
              </td>
            ))}
            <td data-number data-label={t('figures.total')}>
              {number(sum(({ total }) => total))}
            </td>
            <td data-number data-label={t('figures.helpCount')}>
              {number(sum(({ helpCount }) => helpCount))}
            </td>
            <td data-number data-label={t('figures.amount')}>
              {pounds(sum(({ amountSyp }) => amountSyp))}
            </td>
          </tr>
        </tfoot>
      </DataTable>
    </Panel>
  );
}
