import type { Campaign } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { ConfirmButton } from '../../shared/ui/index.ts';
import { type CampaignCommand, useMoveCampaign } from './commands.ts';

type CommandButtonProps = { campaign: Campaign; command: CampaignCommand };

export function CommandButton({ campaign, command }: CommandButtonProps) {
  const { t } = useTranslation('campaigns');
  const word = useWord();
  const move = useMoveCampaign(campaign);
  return (
    <ConfirmButton
      label={word.command('campaign', command)}
      title={t(`command.${command}.title`)}
      message={t(`command.${command}.text`)}
      confirmLabel={word.command('campaign', command)}
      reason="optional"
      onConfirm={(reason) => move(command, reason)}
    />
  );
}
