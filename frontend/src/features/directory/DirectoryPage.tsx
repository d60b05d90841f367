import { useDebouncedValue } from '@mantine/hooks';
import { type DirectoryEntry, listDirectory } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import {
  EmptyNote,
  FilterBar,
  PageHead,
  Panel,
  PhoneNumber,
  SearchInput,
  useUrlState,
} from '../../shared/ui/index.ts';
import { PagesView, useAidWord } from '../../shared/ui/records/index.ts';
import { RegistryFilters, useRegistryFilters } from '../associations/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './DirectoryPage.module.css';

const WHILE_TYPING_MS = 250;

/** The declared associations and foundations, to everybody: no person and no address among it. */
export function DirectoryPage() {
  const { t } = useTranslation('directory');
  const [search, setSearch] = useUrlState('q', '');
  const [q] = useDebouncedValue(search.trim(), WHILE_TYPING_MS);
  const filters = useRegistryFilters();
  const { kind, sector, governorate, serves } = filters.query;
  const pages = useApiPages(listDirectory, {
    query: {
      ...(kind && { kind }),
      ...(sector && { sector }),
      ...(governorate && { governorate }),
      ...(serves && { serves }),
      ...(q && { q }),
    },
  });
  const total = pages.data?.pages[0]?.total;
  return (
    <>
      <PageHead
        title={t('title')}
        meta={total !== undefined && <span aria-live="polite">{t('count', { count: total })}</span>}
      />
      <p className={classes.lead}>{t('lead')}</p>
      <Panel flush>
        <FilterBar>
          <SearchInput label={t('search')} value={search} onChange={setSearch} />
          <RegistryFilters filters={filters} isPublic />
        </FilterBar>
        <PagesView query={pages} empty={<EmptyNote title={t('noneFound')}>{t('noneFoundText')}</EmptyNote>}>
          {(entries) => (
            <ul className={classes.entries}>
              {entries.map((entry) => (
                <Entry key={`${entry.declarationNumber} ${entry.declaredOn}`} entry={entry} />
              ))}
            </ul>
          )}
        </PagesView>
      </Panel>
    </>
  );
}

function Entry({ entry }: { entry: DirectoryEntry }) {
  const { t } = useTranslation('directory');
  const { name, otherName, digits } = useFormat();
  const governorateOf = useGovernorateName();
  const word = useAidWord();
  return (
    <li className={classes.entry}>
      <div>
        <h2>{name(entry)}</h2>
        <p>
          {t(`associationKind.${entry.kind}`)} · {governorateOf(entry.governorateCode)} ·{' '}
          {t('declared', {
            number: digits(String(entry.declarationNumber)),
            year: digits(entry.declaredOn.slice(0, 4)),
          })}
        </p>
        <p>{otherName(entry)}</p>
      </div>
      <div>
        {entry.sectors.length > 0 && (
          <ul className={classes.sectors} aria-label={t('sectors')}>
            {entry.sectors.map((sector) => (
              <li key={sector}>{word.sector(sector)}</li>
            ))}
          </ul>
        )}
        {entry.governorateCodes.length > 0 && (
          <p>
            {t('serves', {
              places: entry.governorateCodes.map(governorateOf).join(t('coverage.separator')),
            })}
          </p>
        )}
        {entry.officePhone && (
          <p>
            {t('phone')} <PhoneNumber number={entry.officePhone} />
          </p>
        )}
      </div>
    </li>
  );
}
