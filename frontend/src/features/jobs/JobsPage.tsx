import { type Job, listJobs } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { DataTable, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { JobRow } from './JobRow.tsx';
import { RunsDialog } from './RunsDialog.tsx';

const REFRESH_MS = 30_000;

/** What the server does by itself: when it last did, what came of it, and what failed. */
export function JobsPage() {
  const { t } = useTranslation('jobs');
  const jobs = useApiQuery(listJobs, {}, { refetchIntervalMs: REFRESH_MS });
  const [shown, setShown] = useState<Job['name'] | null>(null);
  return (
    <>
      <PageHead title={t('title')} />
      <Panel flush title={t('jobs')} note={t('intro')}>
        <QueryView query={jobs}>
          {(all) => (
            <DataTable isStacked caption={t('title')}>
              <thead>
                <tr>
                  <th scope="col">{t('job')}</th>
                  <th scope="col">{t('lastRun')}</th>
                  <th scope="col" data-number>
                    {t('done')}
                  </th>
                  <th scope="col" data-number>
                    {t('failures')}
                  </th>
                  <th scope="col">
                    <span className="visually-hidden">{t('actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((job) => (
                  <JobRow key={job.name} job={job} onShow={() => setShown(job.name)} />
                ))}
              </tbody>
            </DataTable>
          )}
        </QueryView>
      </Panel>
      {shown && <RunsDialog name={shown} onClose={() => setShown(null)} />}
    </>
  );
}
