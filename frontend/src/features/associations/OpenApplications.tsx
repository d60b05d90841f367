import { listApplications } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { ApplicationsTable } from './ApplicationsTable.tsx';

/** The applications that wait for the directorate longest. */
export function OpenApplications() {
  const { t } = useTranslation('associations');
  const query = useApiQuery(listApplications, { query: { stage: 'submitted', limit: 5 } });
  return (
    <Panel
      flush
      title={t('applications.waiting')}
      aside={<Link href="/associations/applications">{t('applications.all')}</Link>}
    >
      <QueryView query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <ApplicationsTable applications={items} isShort />
          ) : (
            <EmptyNote title={t('applications.noneWaiting')} />
          )
        }
      </QueryView>
    </Panel>
  );
}
