import { listObligations, type ObligationFilter } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../shared/api/index.ts';
import { EmptyNote } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { ObligationTable } from './ObligationTable.tsx';

type ObligationListProps = { filter: ObligationFilter; isNarrowed: boolean; isOwn: boolean };

/** What is owed, by its day: what is still to come the soonest first, what is over the latest. */
export function ObligationList({ filter, isNarrowed, isOwn }: ObligationListProps) {
  const { t } = useTranslation('obligations');
  const isOver = filter.standing === 'settled' || filter.state === 'accepted' || filter.state === 'waived';
  const order = isOver ? 'latest' : 'earliest';
  const pages = useApiPages(listObligations, { query: { ...filter, order } });
  return (
    <PagesView
      query={pages}
      empty={
        isNarrowed ? (
          <EmptyNote title={t('noneFound')} />
        ) : (
          <EmptyNote title={t('none')}>{t('noneText')}</EmptyNote>
        )
      }
    >
      {(obligations) => (
        <ObligationTable obligations={obligations} caption={t('title')} withAssociation={!isOwn} />
      )}
    </PagesView>
  );
}
