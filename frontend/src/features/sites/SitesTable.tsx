import type { Site } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, EditCell, EditHead, PhoneNumber } from '../../shared/ui/index.ts';
import { useGovernorateName } from './governorates.ts';

type SitesTableProps = { sites: readonly Site[]; onEdit?: (siteId: string) => void };

const DECIMALS = 4;

export function SitesTable({ sites, onEdit }: SitesTableProps) {
  const { t } = useTranslation('sites');
  const { name, otherName } = useFormat();
  const governorateOf = useGovernorateName();
  return (
    <DataTable isStacked caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('governorate')}</th>
          <th scope="col">{t('contact')}</th>
          <th scope="col">{t('place')}</th>
          {onEdit && <EditHead />}
        </tr>
      </thead>
      <tbody>
        {sites.map((site) => (
          <tr key={site.id}>
            <th scope="row">
              {name(site)}
              <small>{otherName(site)}</small>
            </th>
            <td data-label={t('kind')}>{t(`siteKind.${site.kind}`)}</td>
            <td data-label={t('governorate')}>{governorateOf(site.governorateCode)}</td>
            <td data-label={t('contact')}>
              {site.contactName || '–'}
              {site.contactPhone && (
                <small>
                  <PhoneNumber number={site.contactPhone} />
                </small>
              )}
            </td>
            <td data-label={t('place')}>
              <Code muted>{`${site.lat.toFixed(DECIMALS)}, ${site.lng.toFixed(DECIMALS)}`}</Code>
            </td>
            {onEdit && <EditCell label={t('edit', { name: name(site) })} onEdit={() => onEdit(site.id)} />}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
