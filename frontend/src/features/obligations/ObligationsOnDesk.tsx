import { Button } from '@mantine/core';
import { listObligations } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { ObligationTable } from './ObligationTable.tsx';

const SHOWN = 5;

/** On an association's desk: what is due next. */
export function ObligationsOnDesk({ associationId }: { associationId: string }) {
  const { t } = useTranslation('obligations');
  const query = useApiQuery(listObligations, { query: { open: 'yes', limit: SHOWN } });
  return (
    <Panel
      flush
      title={t('desk.title')}
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          component={Link}
          href={`/associations/${associationId}/obligations`}
        >
          {t('desk.all')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <ObligationTable obligations={items} caption={t('desk.title')} />
          ) : (
            <EmptyNote title={t('none')}>{t('desk.noneText')}</EmptyNote>
          )
        }
      </QueryView>
    </Panel>
  );
}
