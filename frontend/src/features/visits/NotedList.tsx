import type { NotedFinding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, Panel } from '../../shared/ui/index.ts';
import { ResultTag } from './ResultTag.tsx';

/** What visitors have noted so far: finishing the visit makes findings of it. */
export function NotedList({ noted }: { noted: readonly NotedFinding[] }) {
  const { t } = useTranslation('visits');
  const { fullDate } = useFormat();
  return (
    <Panel flush title={t('noted.title')} note={t('noted.note')}>
      <DataTable isStacked caption={t('noted.title')}>
        <thead>
          <tr>
            <th scope="col">{t('field.finding')}</th>
            <th scope="col">{t('field.severity')}</th>
            <th scope="col">{t('field.due')}</th>
          </tr>
        </thead>
        <tbody>
          {noted.map(({ id, text, severity, dueOn }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{text}</bdi>
              </th>
              <td data-label={t('field.severity')}>
                <ResultTag result={severity} />
              </td>
              <td data-label={t('field.due')}>{fullDate(dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}
