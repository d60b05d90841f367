import { Button } from '@mantine/core';
import { type CampaignSummary, listNeeds, listPledges, readCampaignSummary } from '@qafila/contract';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { COVERAGE_PARTS, CoverageBar, QueryView, sharesOfKg } from '../../shared/ui/index.ts';
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
    <article className={classes.report}>
      <QueryView query={summary}>{(figures) => <ReportHead summary={figures} />}</QueryView>
      <QueryView query={needs}>{(all) => <ReportByDestination needs={all} />}</QueryView>
      <QueryView query={pledges}>{(all) => <ReportByAssociation pledges={all} />}</QueryView>
    </article>
  );
}

function ReportHead({ summary }: { summary: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  const { fullDateTime, weight } = useFormat();
  const shares = sharesOfKg(summary.coverage);
  return (
    <header>
      <div className={classes.line}>
        <div>
          <h2>{t('report.title')}</h2>
          <p className={classes.muted}>{t('report.asOf', { time: fullDateTime(summary.asOf) })}</p>
        </div>
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('report.print')}
        </Button>
      </div>
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
    </header>
  );
}
