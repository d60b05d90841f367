import type { Waybill } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable } from '../../shared/ui/index.ts';
import { LineName } from './LineName.tsx';

export function LoadedLines({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('deliveries');
  const { quantity } = useFormat();
  return (
    <DataTable caption={t('notYet.cargo')}>
      <thead>
        <tr>
          <th scope="col">{t('count.item')}</th>
          <th scope="col" data-number>
            {t('count.loaded')}
          </th>
        </tr>
      </thead>
      <tbody>
        {waybill.lines.map((line) => (
          <tr key={line.lineId}>
            <th scope="row">
              <LineName line={line} />
            </th>
            <td data-number>{quantity(line.units, line.item.unit)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
