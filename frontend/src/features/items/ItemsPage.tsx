import { listItems } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import { RegisterPage } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { ItemsTable } from './ItemsTable.tsx';

/** What is asked for and given, with weight and volume. */
export function ItemsPage() {
  const { t } = useTranslation('items');
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
      query={useApiQuery(listItems, {})}
      canManage={can('item:manage')}
      fits={(it, search) => isFound(search, [it.nameAr, it.nameEn, it.code])}
      table={(shown, onEdit) => <ItemsTable items={shown} {...(onEdit && { onEdit })} />}
      dialog={(item, onClose) => <ItemDialog item={item} onClose={onClose} />}
    />
  );
}
