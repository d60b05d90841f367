import { SegmentedControl } from '@mantine/core';
import { listSites, SiteKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import { RegisterPage, useUrlState } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { SiteDialog } from './SiteDialog.tsx';
import { SitesTable } from './SitesTable.tsx';

type KindFilter = SiteKind | 'all';
const KINDS: readonly KindFilter[] = ['all', ...SiteKind.options];

/** Places where goods can be. */
export function SitesPage() {
  const { t } = useTranslation('sites');
  const can = useCan();
  const [kind, setKind] = useUrlState<KindFilter>('kind', 'all');
  return (
    <RegisterPage
      words={{
        title: t('title'),
        add: t('new'),
        filter: t('filter'),
        empty: t('empty'),
        emptyText: t('emptyText'),
        noneFound: t('noneFound'),
        count: (count) => t('count', { count }),
      }}
      query={useApiQuery(listSites, {})}
      canManage={can('site:manage')}
      fits={(site, search) =>
        (kind === 'all' || site.kind === kind) && isFound(search, [site.nameAr, site.nameEn])
      }
      filters={
        <SegmentedControl
          size="xs"
          aria-label={t('kindFilter')}
          value={kind}
          onChange={(chosen) => setKind(chosen as KindFilter)}
          data={KINDS.map((value) => ({
            value,
            label: value === 'all' ? t('allKinds') : t(`siteKind.${value}`),
          }))}
        />
      }
      table={(shown, onEdit) => <SitesTable sites={shown} {...(onEdit && { onEdit })} />}
      dialog={(site, onClose) => <SiteDialog site={site} onClose={onClose} />}
    />
  );
}
