import { listFinances } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiPages } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EmptyNote, Panel } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';

/** Years that associations handed in and officials have not judged yet, those that wait longest first. */
export function FinanceInbox() {
  const { t } = useTranslation('finances');
  const { name, digits, pounds, fullDate } = useFormat();
  const pages = useApiPages(listFinances, { query: { state: 'submitted' } });
  return (
    <Panel flush title={t('inbox.title')}>
      <PagesView query={pages} empty={<EmptyNote title={t('inbox.none')} />}>
        {(years) => (
          <DataTable isStacked caption={t('inbox.title')}>
            <thead>
              <tr>
                <th scope="col">{t('year')}</th>
                <th scope="col">{t('association')}</th>
                <th scope="col" data-number>
                  {t('income')}
                </th>
                <th scope="col" data-number>
                  {t('spending')}
                </th>
                <th scope="col">{t('submittedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((it) => (
                <tr key={it.id}>
                  <th scope="row">
                    <Link href={`/finances/${it.id}`}>{t('ofYear', { year: digits(String(it.year)) })}</Link>
                  </th>
                  <td data-label={t('association')}>{name(it.association)}</td>
                  <td data-label={t('income')} data-number>
                    {pounds(it.incomeSyp)}
                  </td>
                  <td data-label={t('spending')} data-number>
                    {pounds(it.spendingSyp)}
                  </td>
                  <td data-label={t('submittedAt')}>{it.submittedAt ? fullDate(it.submittedAt) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </PagesView>
    </Panel>
  );
}
