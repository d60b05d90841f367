import { type Campaign, readServer } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AlertsBell } from '../features/alerts/index.ts';
import { NoticeBell } from '../features/notice-bell/index.ts';
import { useApiQuery } from '../shared/api/index.ts';
import { Logo } from '../shared/ui/index.ts';
import { CampaignSwitcher } from './CampaignSwitcher.tsx';
import { ConnectionPill } from './ConnectionPill.tsx';
import { DisplayOptions } from './DisplayOptions.tsx';
import classes from './Header.module.css';
import { UserMenu } from './UserMenu.tsx';

type HeaderProps = { campaigns: readonly Campaign[]; campaign: Campaign | undefined };

export function Header({ campaigns, campaign }: HeaderProps) {
  const { t } = useTranslation();
  const server = useApiQuery(readServer, {}, { staleMs: Number.POSITIVE_INFINITY });
  return (
    <header className={classes.header}>
      <Link href="/" className={classes.brand} aria-label={t('app.name')}>
        <Logo />
        <span className={classes.name}>{t('app.name')}</span>
      </Link>
      <CampaignSwitcher campaigns={campaigns} campaign={campaign} />
      <div className={classes.tools}>
        {server.data?.demo && <span className={classes.demo}>{t('shell.demo')}</span>}
        {campaign && <AlertsBell campaignId={campaign.id} />}
        <NoticeBell />
        <ConnectionPill />
        <div className={classes.wide}>
          <DisplayOptions />
          <UserMenu />
        </div>
      </div>
    </header>
  );
}
