import { UnstyledButton } from '@mantine/core';
import type { Alert } from '@qafila/contract';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { AlertGlyph, saidOf, severityOf, useAlertText, waiting } from '../alerts/index.ts';
import { useIsReplaying } from '../replay/index.ts';
import { ConvoyList } from './ConvoyList.tsx';
import { Figures } from './Figures.tsx';
import classes from './FiguresPanel.module.css';
import { LargestGaps } from './LargestGaps.tsx';
import type { LiveScreenProps } from './live-screen-props.ts';
import type { Selection } from './selection.ts';
import { useIncidents } from './useIncidents.ts';

type FiguresPanelProps = LiveScreenProps & {
  selection: Selection | null;
  gapCount: number;
  onSelectConvoy: (id: string) => void;
  onSelectSite: (id: string) => void;
  onShowAll: () => void;
};

/** How the campaign stands, in figures and in lists. */
export function FiguresPanel(props: FiguresPanelProps) {
  const { campaignId, live, summary, views, selection, gapCount } = props;
  const { t } = useTranslation('live-map');
  const isReplaying = useIsReplaying();
  const incidents = useIncidents(props.alerts);
  return (
    <section className={classes.panel} aria-label={t('panel')}>
      <Figures campaignId={campaignId} summary={summary} convoys={views.convoys} />
      {!isReplaying && <AlertLine alerts={props.alerts} onSelect={props.onSelectConvoy} />}
      <ConvoyList
        campaignId={campaignId}
        views={views}
        incidents={incidents}
        selectedId={selection?.kind === 'convoy' ? selection.id : null}
        onSelect={props.onSelectConvoy}
      />
      {live.destinations.length > 0 && (
        <LargestGaps
          destinations={live.destinations}
          count={gapCount}
          onSelect={props.onSelectSite}
          onShowAll={props.onShowAll}
        />
      )}
    </section>
  );
}

type AlertLineProps = { alerts: readonly Alert[]; onSelect: (convoyId: string) => void };

/** How many alerts wait for a person, and the gravest of them: a way to the convoy it concerns. */
function AlertLine({ alerts, onSelect }: AlertLineProps) {
  const { t } = useTranslation('live-map');
  const textOf = useAlertText();
  const open = waiting(alerts);
  const [gravest] = open;
  if (!gravest) return null;
  const { convoy } = gravest;
  return (
    <UnstyledButton
      className={classes.alerts}
      data-severity={severityOf(gravest)}
      onClick={() => onSelect(convoy.id)}
    >
      <AlertGlyph kind={gravest.kind} size={20} />
      <span>
        <b>{t('alerts.count', { count: open.length })}</b>
        <small>{t('alerts.ofConvoy', { code: isolated(convoy.code), text: textOf(saidOf(gravest)) })}</small>
      </span>
      <IconChevronRight size={18} stroke={1.8} className="icon-forward" aria-hidden="true" />
    </UnstyledButton>
  );
}
