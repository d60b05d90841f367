import { type GivenGoods, readAssociationGiving } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { DataTable, EmptyNote, Panel, QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';

const PLACES = [
  'promised',
  'received',
  'onHand',
  'aboard',
  'delivered',
  'damaged',
  'missing',
  'corrected',
  'returned',
] as const satisfies readonly (keyof GivenGoods)[];

/** Where every unit is that it gave, in all campaigns. */
export const GoodsPanel: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const query = useApiQuery(readAssociationGiving, { params: { associationId } });
  return (
    <Panel flush title={t('goods.title')} note={t('goods.note')}>
      <QueryView query={query}>
        {({ goods }) =>
          goods.length === 0 ? (
            <EmptyNote title={t('goods.empty')}>{t('goods.emptyText')}</EmptyNote>
          ) : (
            <DataTable isStacked caption={t('goods.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('goods.item')}</th>
                  {PLACES.map((place) => (
                    <th key={place} scope="col" data-number>
                      {t(`goods.${place}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {goods.map((it) => (
                  <GoodsRow key={it.item.id} goods={it} />
                ))}
              </tbody>
            </DataTable>
          )
        }
      </QueryView>
    </Panel>
  );
};

function GoodsRow({ goods }: { goods: GivenGoods }) {
  const { t } = useTranslation('association-page');
  const { name, number, unit } = useFormat();
  return (
    <tr>
      <th scope="row">
        {name(goods.item)}
        <small>{unit(goods.item.unit)}</small>
      </th>
      {PLACES.map((place) => (
        <td key={place} data-number data-label={t(`goods.${place}`)}>
          {goods[place] === 0 ? '–' : number(goods[place])}
        </td>
      ))}
    </tr>
  );
}
