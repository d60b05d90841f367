import { SegmentedControl, Select } from '@mantine/core';
import { listNeeds, listStock } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { KeyHint, Panel, QueryView, useUrlState } from '../../shared/ui/index.ts';
import classes from './GoodsPanel.module.css';
import { LotsList } from './LotsList.tsx';
import { NeedsList } from './NeedsList.tsx';
import { freeAt, needsToFill } from './open-needs.ts';
import type { Builder } from './use-builder.ts';
import type { Fill } from './use-fill.ts';
import { useVehicleName } from './use-vehicle-name.ts';

type GoodsPanelProps = { builder: Builder; fill: Fill };

/** What the stops still miss and which lots can answer it; or all that is free at the origin, lot by lot. */
export function GoodsPanel({ builder, fill }: GoodsPanelProps) {
  const { t } = useTranslation('builder');
  const [view, setView] = useUrlState('goods', 'stop');
  const { convoy } = builder.file;
  const params = { campaignId: convoy.campaignId };
  const needs = useApiQuery(listNeeds, { params });
  const stock = useApiQuery(listStock, { params });
  return (
    <Panel
      flush
      title={t('needs.title')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('needs.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'stop', label: t('needs.byStop') },
            { value: 'lot', label: t('needs.byLot') },
          ]}
        />
      }
      footer={<Keys count={convoy.vehicles.length} />}
    >
      <VehicleChoice builder={builder} />
      <div data-goods-rows>
        <QueryView query={stock}>
          {(lines) =>
            view === 'lot' ? (
              <LotsList builder={builder} lots={freeAt(convoy.origin.id, lines)} />
            ) : (
              <QueryView query={needs}>
                {(all) => (
                  <QueryView query={fill.query}>
                    {(proposal) => (
                      <NeedsList
                        builder={builder}
                        stops={needsToFill({ convoy, needs: all, stock: lines, proposal })}
                      />
                    )}
                  </QueryView>
                )}
              </QueryView>
            )
          }
        </QueryView>
      </div>
    </Panel>
  );
}

/** For fingers, and for those who do not see the cards. */
function VehicleChoice({ builder }: { builder: Builder }) {
  const { t } = useTranslation('builder');
  const nameOf = useVehicleName();
  const { vehicles } = builder.file.convoy;
  if (vehicles.length < 2) return null;
  return (
    <div className={classes.choice}>
      <Select
        size="sm"
        aria-label={t('needs.toVehicle')}
        leftSection={<span className={classes.choiceLabel}>{t('needs.toVehicle')}</span>}
        leftSectionWidth={88}
        value={builder.vehicle?.id ?? null}
        onChange={(id) => id && builder.chooseVehicle({ id })}
        allowDeselect={false}
        data={vehicles.map((vehicle) => ({
          value: vehicle.id,
          label: t('vehicle.choice', { name: nameOf(vehicles, vehicle), plate: isolated(vehicle.plate) }),
        }))}
      />
    </div>
  );
}

function Keys({ count }: { count: number }) {
  const { t } = useTranslation('builder');
  const { number } = useFormat();
  return (
    <span className={classes.keys}>
      <KeyHint keys={['↑', '↓']}>{t('needs.move')}</KeyHint>
      <KeyHint keys={['Enter']}>{t('needs.enter')}</KeyHint>
      {count > 1 && (
        <KeyHint keys={[number(1), '–', number(Math.min(count, 9))]}>{t('needs.choose')}</KeyHint>
      )}
    </span>
  );
}
