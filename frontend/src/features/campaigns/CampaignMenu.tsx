import { ActionIcon, Menu } from '@mantine/core';
import { type Campaign, campaignLifecycle } from '@qafila/contract';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useWord } from '../../shared/i18n/index.ts';
import { ConfirmDialog } from '../../shared/ui/index.ts';
import { type CampaignCommand, useMoveCampaign } from './commands.ts';

/** What is seldom done to a campaign: editing, closing, archiving. */
export function CampaignMenu({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const word = useWord();
  const move = useMoveCampaign(campaign);
  const [asked, setAsked] = useState<CampaignCommand>();
  const commands = campaignLifecycle.commandsFrom(campaign.status);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href={`/campaigns/${campaign.id}/edit`}>
            {t('editCampaign')}
          </Menu.Item>
          {campaign.kind === 'convoys' && (
            <Menu.Item component={Link} href={`/c/${campaign.id}/alerts/rules`}>
              {t('alerts:rules.title')}
            </Menu.Item>
          )}
          {commands.map((command) => (
            <Menu.Item key={command} onClick={() => setAsked(command)}>
              {word.command('campaign', command)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(undefined)}
          title={t(`command.${asked}.title`)}
          confirmLabel={word.command('campaign', asked)}
          danger={asked === 'close' || asked === 'archive'}
          reason="optional"
          onConfirm={(reason) => move(asked, reason)}
        >
          {t(`command.${asked}.text.${campaign.kind}`)}
        </ConfirmDialog>
      )}
    </>
  );
}
