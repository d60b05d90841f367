import { type Campaign, type OutputTotals, readOutputTotals } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { groupsOf } from '../../shared/lists/index.ts';
import { LoadingState, Panel, QueryView } from '../../shared/ui/index.ts';
import { type Bar, BarList } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { DayChart } from './DayChart.tsx';
import { FirstOutputs } from './FirstOutputs.tsx';
import { InitiativeFigures } from './InitiativeFigures.tsx';
import classes from './InitiativeOverview.module.css';
import { MeasureSelect, useMeasure } from './MeasureSelect.tsx';
import { kindsIn, type Measure, measureOf } from './sums.ts';

/** An initiative at a glance: what was given, how often people were reached, by whom, where and when. */
export function InitiativeOverview({ campaign }: { campaign: Campaign }) {
  const totals = useApiQuery(readOutputTotals, { params: { campaignId: campaign.id } });
  return (
    <QueryView query={totals} loading={<LoadingState rows={6} height={64} />}>
      {(known) =>
        known.byKind.length === 0 ? (
          <FirstOutputs campaign={campaign} />
        ) : (
          <Overviewed campaign={campaign} totals={known} />
        )
      }
    </QueryView>
  );
}

function Overviewed({ campaign, totals }: { campaign: Campaign; totals: OutputTotals }) {
  const { t } = useTranslation('outputs');
  const kinds = kindsIn(totals.byKind);
  const [measure, setMeasure] = useMeasure(kinds);
  return (
    <>
      <InitiativeFigures totals={totals} />
      <p className={classes.meaning}>{t('meaning')}</p>
      <Panel title={t('byDay')} aside={<MeasureSelect kinds={kinds} value={measure} onChange={setMeasure} />}>
        <DayChart campaign={campaign} byDay={totals.byDay} measure={measure} />
      </Panel>
      <div className={classes.columns}>
        <ByAssociation totals={totals} measure={measure} />
        <ByGovernorate totals={totals} measure={measure} />
      </div>
    </>
  );
}

type ByProps = { totals: OutputTotals; measure: Measure };

function ByAssociation({ totals, measure }: ByProps) {
  const { t } = useTranslation('outputs');
  const { name } = useFormat();
  const bars = groupsOf(totals.byAssociation, (it) => it.association.id).map((rows) => ({
    key: rows[0].association.id,
    label: name(rows[0].association),
    value: measureOf(rows, measure),
  }));
  return (
    <Panel title={t('byAssociation')}>
      <BarList caption={t('byAssociation')} bars={largestFirst(bars)} labelHead={t('association')} />
    </Panel>
  );
}

function ByGovernorate({ totals, measure }: ByProps) {
  const { t } = useTranslation('outputs');
  const nameOf = useGovernorateName();
  const bars = groupsOf(totals.byGovernorate, (it) => it.governorateCode).map((rows) => ({
    key: rows[0].governorateCode,
    label: nameOf(rows[0].governorateCode),
    value: measureOf(rows, measure),
  }));
  return (
    <Panel title={t('byGovernorate')}>
      <BarList caption={t('byGovernorate')} bars={largestFirst(bars)} labelHead={t('governorate')} />
    </Panel>
  );
}

function largestFirst(bars: readonly Bar[]): Bar[] {
  return bars.toSorted((a, b) => b.value - a.value);
}
