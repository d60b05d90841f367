import { Button } from '@mantine/core';
import type { Campaign } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState, Panel } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';

/** An initiative of which nothing is entered yet: what comes first, and what each step waits for. */
export function FirstOutputs({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('outputs');
  const can = useCan();
  const isOpen = campaign.status === 'draft' || campaign.status === 'active';
  const isActive = campaign.status === 'active';
  return (
    <Panel flush title={t('steps.title')}>
      <EmptyState
        steps={[
          {
            title: t('steps.participants'),
            text: t('steps.participantsText'),
            actions: isOpen && can('participation:manage') && (
              <Button component={Link} href={`/c/${campaign.id}/participants`}>
                {t('steps.addParticipant')}
              </Button>
            ),
          },
          {
            title: t('steps.record'),
            text: t('steps.recordText'),
            ...(isActive && can('output:record')
              ? {
                  actions: (
                    <Button variant="default" component={Link} href={`/c/${campaign.id}/outputs`}>
                      {t('record')}
                    </Button>
                  ),
                }
              : { waitsFor: t('steps.afterActivation') }),
          },
        ]}
      />
    </Panel>
  );
}
