import { type FinanceYear, listFinancesOfAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EmptyNote, Panel, QueryView, StageTag } from '../../shared/ui/index.ts';
import { Trend } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { OpenYear } from './OpenYear.tsx';

/** The money of one association, year on year. */
export function FinancesOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('finances');
  const query = useApiQuery(listFinancesOfAssociation, { params: { associationId } });
  const canRecord = useCan()('finance:record');
  return (
    <QueryView query={query}>
      {(years) => (
        <>
          {years.length > 1 && <YearOnYear years={years} />}
          <Panel
            flush
            title={t('title')}
            note={t('note')}
            aside={
              canRecord && <OpenYear associationId={associationId} taken={years.map(({ year }) => year)} />
            }
          >
            {years.length > 0 ? (
              <YearsTable years={years} />
            ) : (
              <EmptyNote title={t('none')}>{t('noneText')}</EmptyNote>
            )}
          </Panel>
        </>
      )}
    </QueryView>
  );
}

const MILLION = 1_000_000;

function YearOnYear({ years }: { years: readonly FinanceYear[] }) {
  const { t } = useTranslation('finances');
  const { digits, pounds } = useFormat();
  const inOrder = years.toReversed();
  return (
    <Panel title={t('yearOnYear')} note={t('inMillions')}>
      <Trend
        caption={t('yearOnYear')}
        periods={inOrder.map(({ year }) => digits(String(year)))}
        series={[
          { label: t('income'), values: inOrder.map(({ incomeSyp }) => incomeSyp / MILLION) },
          { label: t('spending'), values: inOrder.map(({ spendingSyp }) => spendingSyp / MILLION) },
          {
            label: t('closing'),
            values: inOrder.map(({ figures }) => Math.max(0, figures.closingSyp / MILLION)),
          },
        ]}
        format={(millions) => pounds(millions * MILLION)}
      />
    </Panel>
  );
}

function YearsTable({ years }: { years: readonly FinanceYear[] }) {
  const { t } = useTranslation('finances');
  const { digits, number } = useFormat();
  return (
    <DataTable isStacked caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('year')}</th>
          <th scope="col">{t('state')}</th>
          {(['opening', 'income', 'spending', 'closing'] as const).map((head) => (
            <th key={head} scope="col" data-number>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map(({ id, year, state, figures, incomeSyp, spendingSyp }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/finances/${id}`}>{digits(String(year))}</Link>
            </th>
            <td data-label={t('state')}>
              <StageTag of="finance" state={state} framed={false} />
            </td>
            <td data-label={t('opening')} data-number>
              {number(figures.openingSyp)}
            </td>
            <td data-label={t('income')} data-number>
              {number(incomeSyp)}
            </td>
            <td data-label={t('spending')} data-number>
              {number(spendingSyp)}
            </td>
            <td data-label={t('closing')} data-number>
              {number(figures.closingSyp)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
