import { Menu, UnstyledButton } from '@mantine/core';
import type { Campaign } from '@qafila/contract';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '../shared/format/index.ts';
import { useWord } from '../shared/i18n/index.ts';
import classes from './CampaignSwitcher.module.css';
import { routes } from './routes.tsx';

type CampaignSwitcherProps = { campaigns: readonly Campaign[]; campaign: Campaign | undefined };

/** The same room of another campaign: `/c/1/convoys` → `/c/2/convoys`; what belongs to one campaign stays behind. */
function roomIn(path: string, { id: campaignId, kind }: Campaign): string {
  if (kind === 'initiative') return `/c/${campaignId}`;
  const room = /^\/c\/[^/]+(\/(?:map|convoys|alerts|deliveries|stock|desk|pledges|links))?/.exec(path)?.[1];
  return `/c/${campaignId}${room ?? ''}`;
}

export function CampaignSwitcher({ campaigns, campaign }: CampaignSwitcherProps) {
  const { t } = useTranslation();
  const { name } = useFormat();
  const word = useWord();
  const [path, navigate] = useLocation();
  if (!campaign) return null;
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton
          className={classes.switcher}
          aria-label={`${t('shell.switchCampaign')}: ${name(campaign)}`}
        >
          <span className={classes.name}>{name(campaign)}</span>
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {campaigns.map((it) => (
          <Menu.Item key={it.id} onClick={() => navigate(roomIn(path, it))}>
            <span className={it.id === campaign.id ? classes.chosen : undefined}>{name(it)}</span>
            <br />
            <span className={classes.state}>
              {it.kind === 'initiative' && `${t('shell.initiative')} · `}
              {word.state('campaign', it.status)}
            </span>
          </Menu.Item>
        ))}
        {routes.some((route) => route.path === '/campaigns') && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} href="/campaigns">
              {t('shell.allCampaigns')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
