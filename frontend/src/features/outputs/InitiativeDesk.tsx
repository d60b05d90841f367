import { Button } from '@mantine/core';
import { type Campaign, listOutputs, readOutputTotals } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, Notice, Panel, QueryView } from '../../shared/ui/index.ts';
import { InitiativeFigures } from './InitiativeFigures.tsx';
import classes from './InitiativeOverview.module.css';
import { OutputsTable } from './OutputsTable.tsx';
import { RecordForm } from './RecordForm.tsx';
import { useToday } from './useToday.ts';

/** An association’s desk in an initiative: enter today, see what was entered, and what all gave together. */
export function InitiativeDesk({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('outputs');
  const today = useToday();
  const isActive = campaign.status === 'active';
  return (
    <>
      {isActive && today >= campaign.startsOn ? (
        <Panel title={t('desk.record')} note={t('desk.recordNote')}>
          <RecordForm campaign={campaign} today={today} />
        </Panel>
      ) : (
        <Notice title={t(isActive ? 'desk.notBegun' : 'desk.over')} />
      )}
      <OwnEntries campaign={campaign} canCorrect={isActive} />
      <Together campaignId={campaign.id} />
    </>
  );
}

const FIRST_SHOWN = 7;

function OwnEntries({ campaign, canCorrect }: { campaign: Campaign; canCorrect: boolean }) {
  const { t } = useTranslation('outputs');
  const query = useApiQuery(listOutputs, {
    params: { campaignId: campaign.id },
    query: { limit: FIRST_SHOWN },
  });
  return (
    <Panel
      flush
      title={t('desk.entries')}
      aside={
        query.data?.nextCursor && (
          <Button variant="subtle" size="compact-sm" component={Link} href={`/c/${campaign.id}/outputs`}>
            {t('desk.all')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <OutputsTable outputs={items} canCorrect={canCorrect} />
          ) : (
            <EmptyNote title={t('noEntries')}>{t('desk.noEntriesText')}</EmptyNote>
          )
        }
      </QueryView>
    </Panel>
  );
}

function Together({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('outputs');
  const totals = useApiQuery(readOutputTotals, { params: { campaignId } });
  return (
    <Panel title={t('desk.together')} note={t('desk.togetherNote')}>
      <QueryView query={totals}>
        {(known) => (
          <>
            <InitiativeFigures totals={known} />
            <p className={classes.meaning}>{t('meaning')}</p>
          </>
        )}
      </QueryView>
    </Panel>
  );
}
