import { type Job, type JobRun, listJobRuns } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, Dialog, EmptyNote, QueryView } from '../../shared/ui/index.ts';
import { OutcomeMark } from './OutcomeMark.tsx';

/** The runs of one job that did something or failed. */
export function RunsDialog({ name, onClose }: { name: Job['name']; onClose: () => void }) {
  const { t } = useTranslation('jobs');
  const runs = useApiQuery(listJobRuns, { params: { jobName: name } });
  return (
    <Dialog opened onClose={onClose} title={t(`name.${name}`)} size={560}>
      <QueryView query={runs}>
        {(all) =>
          all.length === 0 ? (
            <EmptyNote title={t('noRuns')}>{t('noRunsText')}</EmptyNote>
          ) : (
            <DataTable isDense caption={t('runs')}>
              <thead>
                <tr>
                  <th scope="col">{t('begun')}</th>
                  <th scope="col">{t('outcomeHead')}</th>
                  <th scope="col" data-number>
                    {t('done')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((run) => (
                  <RunRow key={run.id} run={run} />
                ))}
              </tbody>
            </DataTable>
          )
        }
      </QueryView>
    </Dialog>
  );
}

function RunRow({ run }: { run: JobRun }) {
  const { when, number } = useFormat();
  return (
    <tr>
      <th scope="row">{when(run.startedAt)}</th>
      <td>
        <OutcomeMark outcome={run.outcome} /> {run.failure && <Code muted>{run.failure}</Code>}
      </td>
      <td data-number>{run.doneCount === null ? '–' : number(run.doneCount)}</td>
    </tr>
  );
}
