import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { ConvoyList } from './ConvoyList.tsx';
import { Figures } from './Figures.tsx';
import classes from './FiguresPanel.module.css';
import { LargestGaps } from './LargestGaps.tsx';
import type { LiveScreenProps } from './live-screen-props.ts';
import type { LiveViews } from './live-views.ts';
import { useNoticeText } from './Notices.tsx';
import { noticesOf } from './notices.ts';
import type { Selection } from './selection.ts';

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
  return (
    <section className={classes.panel} aria-label={t('panel')}>
      <Figures campaignId={campaignId} summary={summary} convoys={views.convoys} />
      <NoticeLine views={views} onSelect={props.onSelectConvoy} />
      <ConvoyList
        campaignId={campaignId}
        views={views}
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

type NoticeLineProps = { views: LiveViews; onSelect: (convoyId: string) => void };

/** How many things are amiss on the road, and the first of them: a way to the convoy it concerns. */
function NoticeLine({ views, onSelect }: NoticeLineProps) {
  const { t } = useTranslation('live-map');
  const textOf = useNoticeText(views.now);
  const all = views.convoys.flatMap((view) => noticesOf(view).map((notice) => ({ view, notice })));
  const [first] = all;
  if (!first) return null;
  const { convoy } = first.view;
  return (
    <UnstyledButton className={classes.notices} onClick={() => onSelect(convoy.id)}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />
      <span>
        <b>{t('notices.count', { count: all.length })}</b>
        <small>{t('notices.ofConvoy', { code: isolated(convoy.code), text: textOf(first.notice) })}</small>
      </span>
      <IconChevronRight size={18} stroke={1.8} className="icon-forward" aria-hidden="true" />
    </UnstyledButton>
  );
}
