import { Button } from '@mantine/core';
import type { Campaign } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, PageHead, StageTag } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import classes from './CampaignHead.module.css';
import { CampaignMenu } from './CampaignMenu.tsx';
import { CommandButton } from './CommandButton.tsx';

/** Which campaign, its state and dates, and what can be done with it. */
export function CampaignHead({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { name, fullDate, date } = useFormat();
  const sameYear = campaign.startsOn.slice(0, 4) === campaign.endsOn.slice(0, 4);
  const from = sameYear ? date(campaign.startsOn, new Date(campaign.startsOn)) : fullDate(campaign.startsOn);
  return (
    <PageHead
      title={name(campaign)}
      meta={
        <>
          <StageTag of="campaign" state={campaign.status} />
          {campaign.kind === 'initiative' && <span>{t('kind.initiative')}</span>}
          <span>
            {campaign.status === 'draft'
              ? t('draftHint')
              : t('dates', { from, to: fullDate(campaign.endsOn) })}
          </span>
          <Code muted>{campaign.code}</Code>
        </>
      }
      actions={
        <div className={classes.actions}>
          <HeadActions campaign={campaign} />
        </div>
      }
    />
  );
}

function HeadActions({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const can = useCan();
  const isActive = campaign.status === 'active';
  const isInitiative = campaign.kind === 'initiative';
  const canManage = can('campaign:manage');
  return (
    <>
      {canManage && <CampaignMenu campaign={campaign} />}
      {isActive && isInitiative && can('output:record') && (
        <Button component={Link} href={`/c/${campaign.id}/outputs?dialog=record`}>
          {t('outputs:record')}
        </Button>
      )}
      {!isInitiative && (isActive || campaign.status === 'draft') && can('need:manage') && (
        <Button variant="default" component={Link} href={`/c/${campaign.id}/needs/new`}>
          {t('needs:new')}
        </Button>
      )}
      {!isInitiative && isActive && can('convoy:manage') && (
        <Button component={Link} href={`/c/${campaign.id}/convoys?dialog=new`}>
          {t('newConvoy')}
        </Button>
      )}
      {canManage && campaign.status === 'draft' && <CommandButton campaign={campaign} command="activate" />}
      {canManage && campaign.status === 'closed' && <CommandButton campaign={campaign} command="reopen" />}
    </>
  );
}
