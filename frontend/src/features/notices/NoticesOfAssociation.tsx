import { useTranslation } from 'react-i18next';
import { EmptyNote, Panel } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { NoticeFilters, useNoticeFilters } from './NoticeFilters.tsx';
import { NoticeRows } from './NoticeRows.tsx';
import { useNotices } from './use-pages.ts';

/** Everything between the directorate and one association. */
export function NoticesOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('notices');
  const filters = useNoticeFilters();
  const pages = useNotices({ associationId, ...filters.query });
  return (
    <Panel flush title={t('title')}>
      <NoticeFilters filters={filters} />
      <PagesView
        query={pages}
        empty={<EmptyNote title={t(filters.isNarrowed ? 'noneFound' : 'none.association')} />}
      >
        {(notices) => <NoticeRows notices={notices} isOfOne />}
      </PagesView>
    </Panel>
  );
}
