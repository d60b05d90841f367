import type { Item } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, EditCell, EditHead } from '../../shared/ui/index.ts';

type ItemsTableProps = { items: readonly Item[]; onEdit?: (itemId: string) => void };

export function ItemsTable({ items, onEdit }: ItemsTableProps) {
  const { t } = useTranslation('items');
  const { name, otherName, number, unit } = useFormat();
  return (
    <DataTable isStacked caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('code')}</th>
          <th scope="col">{t('category')}</th>
          <th scope="col">{t('unit')}</th>
          <th scope="col" data-number>
            {t('weight')}
          </th>
          <th scope="col" data-number>
            {t('volume')}
          </th>
          <th scope="col">{t('packaging')}</th>
          {onEdit && <EditHead />}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              {name(item)}
              <small>{otherName(item)}</small>
            </th>
            <td data-label={t('code')}>
              <Code muted>{item.code}</Code>
            </td>
            <td data-label={t('category')}>{t(`category.${item.category}`)}</td>
            <td data-label={t('unit')}>{unit(item.unit)}</td>
            <td data-number data-label={t('weight')}>
              {t('kilograms', { value: number(item.unitWeightG / 1000) })}
            </td>
            <td data-number data-label={t('volume')}>
              {t('litres', { value: number(item.unitVolumeMl / 1000) })}
            </td>
            <td data-label={t('packaging')}>
              {t('packOf', { packaging: t(`packaging.${item.packaging}`), count: item.unitsPerPack })}
            </td>
            {onEdit && <EditCell label={t('edit', { name: name(item) })} onEdit={() => onEdit(item.id)} />}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
