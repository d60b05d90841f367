import { Button } from '@mantine/core';
import { type Job, listJobs, runJob } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { keyOf, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { notifyDone, useNow } from '../../shared/ui/index.ts';
import classes from './JobsPage.module.css';
import { OutcomeMark } from './OutcomeMark.tsx';

export function JobRow({ job, onShow }: { job: Job; onShow: () => void }) {
  const { t } = useTranslation('jobs');
  const { relative, number } = useFormat();
  const now = useNow();
  const run = useApiMutation(runJob, {
    onSuccess: async ({ doneCount, failure }) => {
      await queryClient.invalidateQueries({ queryKey: keyOf(listJobs, {}) });
      notifyDone(failure === null ? t('ran', { count: doneCount ?? 0 }) : t('ranAndFailed'));
    },
  });
  return (
    <tr>
      <th scope="row">
        {t(`name.${job.name}`)}
        <small>
          {t(`text.${job.name}`)} {t('every', { count: job.everyMin })}
        </small>
      </th>
      <td data-label={t('lastRun')}>
        {job.lastRun ? <OutcomeMark outcome={job.lastRun.outcome} /> : t('never')}
        {job.lastRun && <small>{relative(job.lastRun.startedAt, now)}</small>}
        {job.isLate && job.lastRun && <small className={classes.late}>{t('late')}</small>}
      </td>
      <td data-number data-label={t('done')}>
        {number(job.doneCount)}
      </td>
      <td data-number data-label={t('failures')}>
        {number(job.failureCount)}
      </td>
      <td>
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={onShow}>
            {t('runs')}
          </Button>
          <Button
            size="xs"
            variant="light"
            loading={run.isPending}
            onClick={() => run.mutate({ params: { jobName: job.name } })}
          >
            {t('runNow')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
