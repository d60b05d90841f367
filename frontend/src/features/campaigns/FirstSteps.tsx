import { Button } from '@mantine/core';
import type { Campaign } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState, Panel } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';

/** A campaign without needs: what comes first, and what each step waits for. */
export function FirstSteps({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const can = useCan();
  const isOpen = campaign.status === 'draft' || campaign.status === 'active';
  return (
    <Panel flush title={t('steps.title')} note={t('steps.note')}>
      <EmptyState
        steps={[
          {
            title: t('steps.needs'),
            text: t('steps.needsText'),
            actions: isOpen && can('need:manage') && (
              <Button component={Link} href={`/c/${campaign.id}/needs/new`}>
                {t('needs:new')}
              </Button>
            ),
          },
          {
            title: t('steps.participants'),
            text: t('steps.participantsText'),
            ...(isOpen && can('participation:manage')
              ? {
                  actions: (
                    <Button variant="default" component={Link} href={`/c/${campaign.id}/participants`}>
                      {t('steps.addParticipant')}
                    </Button>
                  ),
                }
              : { waitsFor: t('steps.afterFirstNeed') }),
          },
          { title: t('steps.convoy'), text: t('steps.convoyText'), waitsFor: t('steps.afterFirstReceipt') },
        ]}
      />
    </Panel>
  );
}
