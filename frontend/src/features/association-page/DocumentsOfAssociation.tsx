import { Select } from '@mantine/core';
import { type AssociationDocument, DocumentPurpose, listDocuments } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import {
  DataTable,
  EmptyNote,
  FilterBar,
  Panel,
  QueryView,
  SearchInput,
  ShowMore,
  useUrlState,
} from '../../shared/ui/index.ts';
import { DocumentName, hrefOfDocument } from '../../shared/ui/records/index.ts';

/** Every paper in the file, whatever it came with. */
export function DocumentsOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('association-page');
  const [search, setSearch] = useUrlState('q', '');
  const [purpose, setPurpose] = useUrlState('purpose', '');
  const query = useApiQuery(listDocuments, { params: { associationId } });
  const fits = (it: AssociationDocument) =>
    (purpose === '' || it.purpose === purpose) && isFound(search, [it.name]);
  return (
    <Panel flush title={t('documents.title')} note={t('documents.note')}>
      <FilterBar>
        <SearchInput label={t('documents.search')} value={search} onChange={setSearch} />
        <Select
          aria-label={t('documents.purpose')}
          placeholder={t('documents.allPurposes')}
          clearable
          data={DocumentPurpose.options.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          value={purpose || null}
          onChange={(chosen) => setPurpose(chosen)}
        />
      </FilterBar>
      <QueryView query={query}>
        {(documents) => {
          if (documents.length === 0) {
            return <EmptyNote title={t('documents.empty')}>{t('documents.emptyText')}</EmptyNote>;
          }
          const shown = documents.filter(fits);
          if (shown.length === 0) return <EmptyNote title={t('documents.noneFound')} />;
          return (
            <ShowMore key={`${purpose} ${search}`} entries={shown} step={50}>
              {(some) => <DocumentsTable documents={some} />}
            </ShowMore>
          );
        }}
      </QueryView>
    </Panel>
  );
}

function DocumentsTable({ documents }: { documents: readonly AssociationDocument[] }) {
  const { t } = useTranslation('association-page');
  const { fullDate } = useFormat();
  return (
    <DataTable isStacked caption={t('documents.title')}>
      <thead>
        <tr>
          <th scope="col">{t('documents.name')}</th>
          <th scope="col">{t('documents.purpose')}</th>
          <th scope="col">{t('documents.added')}</th>
          <th scope="col">{t('documents.by')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id}>
            <th scope="row">
              <DocumentName document={document} href={hrefOfDocument(document)} />
            </th>
            <td data-label={t('documents.purpose')}>{t(`purpose.${document.purpose}`)}</td>
            <td data-label={t('documents.added')}>{fullDate(document.addedAt)}</td>
            <td data-label={t('documents.by')}>{document.addedByName ?? t('documents.applicant')}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
