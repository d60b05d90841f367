import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { NoticeBanner } from '../features/notice-bell/index.ts';
import { connectSocket, watchCampaign } from '../shared/api/index.ts';
import { useCampaignInHand } from './campaign-in-hand.ts';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import classes from './Shell.module.css';
import { SkipLink } from './SkipLink.tsx';

/** The frame of every signed-in screen. */
export function Shell({ layout, children }: { layout: 'page' | 'fill'; children: ReactNode }) {
  const { campaigns, campaign } = useCampaignInHand();
  const main = useRef<HTMLElement>(null);
  useLiveCampaign(campaign?.id);
  useFocusOnArrival(main);
  return (
    <div className={classes.shell} data-layout={layout}>
      <SkipLink />
      <Header campaigns={campaigns} campaign={campaign} />
      <Navigation campaign={campaign} isRail={layout === 'fill'} />
      <main id="main" ref={main} className={classes.main} tabIndex={-1}>
        {layout === 'page' && <NoticeBanner />}
        {children}
      </main>
    </div>
  );
}

/** Changes of the campaign in hand reach every list that is on the screen. */
function useLiveCampaign(campaignId: string | undefined): void {
  useEffect(
    function listen() {
      connectSocket();
      return campaignId === undefined ? undefined : watchCampaign(campaignId);
    },
    [campaignId],
  );
}

let lastPath: string | undefined;

/** After a move the keyboard and the screen reader begin at the new page, not where the old link was. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }): void {
  const [path] = useLocation();
  useEffect(
    function arrive() {
      const hasMoved = lastPath !== undefined && lastPath !== path;
      lastPath = path;
      if (!hasMoved) return;
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    },
    [path, main],
  );
}
