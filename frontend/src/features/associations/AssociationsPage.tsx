import { listAssociations } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import { RegisterPage } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AssociationDialog } from './AssociationDialog.tsx';
import { AssociationsTable } from './AssociationsTable.tsx';

export function AssociationsPage() {
  const { t } = useTranslation('associations');
  const can = useCan();
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
      query={useApiQuery(listAssociations, {})}
      canManage={can('association:manage')}
      fits={(it, search) => isFound(search, [it.nameAr, it.nameEn, it.declarationNumber])}
      table={(shown, onEdit) => <AssociationsTable associations={shown} {...(onEdit && { onEdit })} />}
      dialog={(association, onClose) => <AssociationDialog association={association} onClose={onClose} />}
    />
  );
}
