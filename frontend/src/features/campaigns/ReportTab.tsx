import { type CampaignSummary, listNeeds, listPledges, readCampaignSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { COVERAGE_PARTS, CoverageBar, QueryView, sharesOfKg } from '../../shared/ui/index.ts';
import { PrintedReport, ReportHead } from '../../shared/ui/records/index.ts';
import classes from './ReportTab.module.css';
import { ReportByAssociation, ReportByDestination } from './ReportTables.tsx';
import type { CampaignInView } from './tabs.ts';

/** The campaign's totals on paper: by weight, by destination and by association, to the unit. */
export function ReportTab({ campaign }: CampaignInView) {
  const params = { campaignId: campaign.id };
  const summary = useApiQuery(readCampaignSummary, { params });
  const needs = useApiQuery(listNeeds, { params });
  const pledges = useApiQuery(listPledges, { params });
  return (
    <PrintedReport>
      <QueryView query={summary}>{(figures) => <Weights summary={figures} />}</QueryView>
      <QueryView query={needs}>{(all) => <ReportByDestination needs={all} />}</QueryView>
      <QueryView query={pledges}>{(all) => <ReportByAssociation pledges={all} />}</QueryView>
    </PrintedReport>
  );
}

function Weights({ summary }: { summary: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  const { weight } = useFormat();
  const shares = sharesOfKg(summary.coverage);
  return (
    <ReportHead title={t('report.title')} asOf={summary.asOf}>
      <h3>{t('report.weights')}</h3>
      <CoverageBar coverage={shares} size="card" formatAmount={weight} />
      <dl className={classes.weights}>
        <div>
          <dt>{t('report.needed')}</dt>
          <dd>{weight(summary.coverage.neededKg)}</dd>
        </div>
        {COVERAGE_PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`coverage.${part}`)}</dt>
            <dd>{weight(shares[part])}</dd>
          </div>
        ))}
      </dl>
    </ReportHead>
  );
}
