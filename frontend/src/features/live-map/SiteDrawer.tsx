import { Button, UnstyledButton } from '@mantine/core';
import type { LiveMap } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, CoverageBar, CoverageLegend, StageTag, sharesOfKg } from '../../shared/ui/index.ts';
import type { ConvoyView, StopView } from './convoy-view.ts';
import { Drawer, type DrawerSize } from './Drawer.tsx';
import type { Destination } from './LargestGaps.tsx';
import type { LiveViews } from './live-views.ts';
import { Section, SectionNone } from './Section.tsx';
import classes from './SiteDrawer.module.css';
import { TimeRange } from './TimeRange.tsx';

type SiteDrawerProps = {
  campaignId: string;
  siteId: string;
  live: LiveMap;
  views: LiveViews;
  onSelectConvoy: (id: string) => void;
  onClose: () => void;
  onSize: (size: DrawerSize) => void;
};

/** A destination or a depot: what it needs and has, and which convoys are bound for it. */
export function SiteDrawer(props: SiteDrawerProps) {
  const { campaignId, siteId, live, views, onSelectConvoy, onClose, onSize } = props;
  const { t } = useTranslation('live-map');
  const { name, weight } = useFormat();
  const destination = live.destinations.find(({ site }) => site.id === siteId);
  const depot = live.depots.find(({ site }) => site.id === siteId);
  const site = destination?.site ?? depot?.site;
  if (!site) return null;
  const figures = destination && <SiteCoverage destination={destination} />;
  return (
    <Drawer
      id={siteId}
      label={t('drawer.site')}
      title={name(site)}
      sub={
        <span>
          {t(`common:siteKind.${site.kind}`)}
          {depot && ` · ${t('map.onHand', { weight: weight(depot.onHandKg) })}`}
        </span>
      }
      summary={figures}
      footer={
        destination && (
          <Button component={Link} href={`/c/${campaignId}`} variant="default">
            {t('drawer.needs')}
          </Button>
        )
      }
      onClose={onClose}
      onSize={onSize}
    >
      {figures}
      <Coming siteId={siteId} views={views} onSelect={onSelectConvoy} />
    </Drawer>
  );
}

function SiteCoverage({ destination: { coverage } }: { destination: Destination }) {
  const { t } = useTranslation('live-map');
  const { percent, weight } = useFormat();
  const { neededKg, gapKg, deliveredKg } = coverage;
  const shares = sharesOfKg(coverage);
  return (
    <div className={classes.coverage}>
      <p>
        <b className={classes.share}>{percent(neededKg === 0 ? 1 : (neededKg - gapKg) / neededKg)}</b>{' '}
        {t('figures.ofNeeded', { weight: weight(neededKg) })}
        {' · '}
        <b>{t('figures.delivered', { share: percent(neededKg === 0 ? 0 : deliveredKg / neededKg) })}</b>
      </p>
      <CoverageBar coverage={shares} size="card" formatAmount={weight} />
      <CoverageLegend coverage={shares} formatAmount={weight} />
    </div>
  );
}

type ComingProps = { siteId: string; views: LiveViews; onSelect: (id: string) => void };
type Bound = { view: ConvoyView; stop: StopView };

function Coming({ siteId, views, onSelect }: ComingProps) {
  const { t } = useTranslation('live-map');
  const bound = views.convoys.flatMap((view): Bound[] => {
    const stop = view.stops.find((it) => it.stop.site.id === siteId && it.place !== 'skipped');
    return stop && view.convoy.status !== 'settled' ? [{ view, stop }] : [];
  });
  return (
    <Section title={t('drawer.coming')}>
      {bound.length === 0 && <SectionNone>{t('drawer.noneComing')}</SectionNone>}
      <ul className={classes.coming}>
        {bound.map(({ view, stop }) => (
          <li key={view.convoy.id}>
            <UnstyledButton className={classes.convoy} onClick={() => onSelect(view.convoy.id)}>
              <Code>{view.convoy.code}</Code>
              <StageTag of="convoy" state={view.convoy.status} framed={false} />
              <Expected stop={stop} now={views.now} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Expected({ stop: { stop, eta }, now }: { stop: StopView; now: Date }) {
  const { when, weight } = useFormat();
  return (
    <span className={classes.expected}>
      <b>{eta ? <TimeRange range={eta} now={now} /> : when(stop.arrivedAt ?? stop.plannedArrivalAt, now)}</b>
      <small>{weight(stop.cargoKg)}</small>
    </span>
  );
}
