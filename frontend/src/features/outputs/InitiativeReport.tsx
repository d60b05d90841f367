import { type Campaign, type OutputTotals, readOutputTotals } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { groupsOf } from '../../shared/lists/index.ts';
import { EmptyNote, QueryView } from '../../shared/ui/index.ts';
import { PrintedReport, ReportHead, ReportNote } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { InitiativeFigures } from './InitiativeFigures.tsx';
import { SumsTable } from './SumsTable.tsx';

/** The initiative’s totals on paper: by association, by governorate and day by day. */
export function InitiativeReport({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('outputs');
  const totals = useApiQuery(readOutputTotals, { params: { campaignId: campaign.id } });
  return (
    <PrintedReport>
      <QueryView query={totals}>
        {(known) => (
          <>
            <ReportHead title={t('report.title')} asOf={known.asOf}>
              <InitiativeFigures totals={known} />
              <ReportNote>{t('meaning')}</ReportNote>
            </ReportHead>
            {known.byKind.length === 0 ? (
              <EmptyNote title={t('noEntries')}>{t('noEntriesText')}</EmptyNote>
            ) : (
              <ReportTables totals={known} />
            )}
          </>
        )}
      </QueryView>
    </PrintedReport>
  );
}

function ReportTables({ totals }: { totals: OutputTotals }) {
  const { t } = useTranslation('outputs');
  const { name, fullDate } = useFormat();
  const governorateOf = useGovernorateName();
  const sections = [
    {
      title: t('byAssociation'),
      head: t('association'),
      rows: groupsOf(totals.byAssociation, (it) => it.association.id).map((sums) => ({
        key: sums[0].association.id,
        label: name(sums[0].association),
        sums,
      })),
    },
    {
      title: t('byGovernorate'),
      head: t('governorate'),
      rows: groupsOf(totals.byGovernorate, (it) => it.governorateCode).map((sums) => ({
        key: sums[0].governorateCode,
        label: governorateOf(sums[0].governorateCode),
        sums,
      })),
    },
    {
      title: t('byDay'),
      head: t('form.day'),
      rows: groupsOf(totals.byDay, (it) => it.day).map((sums) => ({
        key: sums[0].day,
        label: fullDate(sums[0].day),
        sums,
      })),
    },
  ];
  return sections.map(({ title, head, rows }) => (
    <section key={title}>
      <h3>{title}</h3>
      <SumsTable isDense caption={title} head={head} rows={rows} />
    </section>
  ));
}
