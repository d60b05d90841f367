import { UnstyledButton } from '@mantine/core';
import type { LiveMap } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import {
  CoverageBar,
  CoverageLegend,
  DataTable,
  Dialog,
  EmptyNote,
  sharesOfKg,
} from '../../shared/ui/index.ts';
import { byGap, type Destination } from './LargestGaps.tsx';
import classes from './PlacesDialog.module.css';

type PlacesDialogProps = {
  opened: boolean;
  onClose: () => void;
  live: LiveMap;
  onSelect: (siteId: string) => void;
};

/** Every destination and depot, with all that the map says of it: the map's equal for keyboard and screen reader. */
export function PlacesDialog({ opened, onClose, live, onSelect }: PlacesDialogProps) {
  const { t } = useTranslation('live-map');
  const show = (siteId: string) => {
    onClose();
    onSelect(siteId);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t('gaps.listTitle')} size={760}>
      {live.destinations.length === 0 ? (
        <EmptyNote title={t('gaps.noDestinations')}>{t('gaps.noDestinationsText')}</EmptyNote>
      ) : (
        <>
          <CoverageLegend />
          <Destinations destinations={live.destinations} onShow={show} />
        </>
      )}
      {live.depots.length > 0 && <Depots depots={live.depots} onShow={show} />}
    </Dialog>
  );
}

type Shown<Key extends string, Value> = Record<Key, readonly Value[]> & { onShow: (siteId: string) => void };

function Destinations({ destinations, onShow }: Shown<'destinations', Destination>) {
  const { t } = useTranslation('live-map');
  const { weight, percent } = useFormat();
  return (
    <DataTable caption={t('gaps.listTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('gaps.destination')}</th>
          <th scope="col">{t('gaps.coverage')}</th>
          <th scope="col" data-number>
            {t('gaps.covered')}
          </th>
          <th scope="col" data-number>
            {t('gaps.delivered')}
          </th>
          <th scope="col" data-number>
            {t('gaps.gap')}
          </th>
        </tr>
      </thead>
      <tbody>
        {byGap(destinations).map(({ site, coverage: kg }) => (
          <tr key={site.id}>
            <th scope="row">
              <PlaceButton site={site} onShow={onShow} />
              <small>{weight(kg.neededKg)}</small>
            </th>
            <td className={classes.bar}>
              <CoverageBar coverage={sharesOfKg(kg)} formatAmount={weight} />
            </td>
            <td data-number>{percent(kg.neededKg === 0 ? 1 : (kg.neededKg - kg.gapKg) / kg.neededKg)}</td>
            <td data-number>{percent(kg.neededKg === 0 ? 0 : kg.deliveredKg / kg.neededKg)}</td>
            <td data-number>{weight(kg.gapKg)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Depots({ depots, onShow }: Shown<'depots', LiveMap['depots'][number]>) {
  const { t } = useTranslation('live-map');
  const { weight } = useFormat();
  return (
    <DataTable caption={t('gaps.depots')}>
      <thead>
        <tr>
          <th scope="col">{t('gaps.depot')}</th>
          <th scope="col" data-number>
            {t('gaps.onHand')}
          </th>
        </tr>
      </thead>
      <tbody>
        {depots.map(({ site, onHandKg }) => (
          <tr key={site.id}>
            <th scope="row">
              <PlaceButton site={site} onShow={onShow} />
            </th>
            <td data-number>{weight(onHandKg)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function PlaceButton({ site, onShow }: { site: Destination['site']; onShow: (siteId: string) => void }) {
  const { t } = useTranslation('live-map');
  const { name } = useFormat();
  return (
    <UnstyledButton
      className={classes.place}
      aria-label={t('gaps.show', { name: name(site) })}
      onClick={() => onShow(site.id)}
    >
      {name(site)}
    </UnstyledButton>
  );
}
