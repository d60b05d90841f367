import { SegmentedControl } from '@mantine/core';
import type { Need } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, StageGlyph, useIsPhone, useUrlState } from '../../shared/ui/index.ts';
import { DUE_SOON_HOURS } from './coverage.ts';
import { NeedDetail } from './NeedDetail.tsx';
import type { Shown } from './NeedFigure.tsx';
import { NeedsByPlace } from './NeedsByPlace.tsx';
import { NeedsMatrix } from './NeedsMatrix.tsx';
import classes from './NeedsMatrixPanel.module.css';

type NeedsMatrixPanelProps = {
  needs: readonly Need[];
  /** What can be done about the selected need. */
  actionsOf: (need: Need) => ReactNode;
};

const SHOWN = ['gap', 'delivered', 'needed'] as const;

/** Where the help is missing; the selected need is in the URL. */
export function NeedsMatrixPanel({ needs, actionsOf }: NeedsMatrixPanelProps) {
  const { t } = useTranslation('needs');
  const isPhone = useIsPhone();
  const [shown, setShown] = useUrlState<Shown>('show', 'gap');
  const [selectedId, select] = useUrlState('need', '');
  const selected = needs.find((need) => need.id === selectedId);
  const chosen = SHOWN.includes(shown) ? shown : 'gap';
  const size = {
    sites: t('matrix.sites', { count: new Set(needs.map((need) => need.site.id)).size }),
    items: t('matrix.items', { count: new Set(needs.map((need) => need.item.id)).size }),
  };
  const common = { needs, shown: chosen, selectedId: selected?.id };
  return (
    <Panel
      flush
      title={t('matrix.title')}
      note={t('matrix.size', size)}
      aside={
        <>
          <span className={classes.legend}>
            <StageGlyph glyph="delayed" size={12} /> {t('matrix.dueSoon', { hours: DUE_SOON_HOURS })}
          </span>
          <SegmentedControl
            size={isPhone ? 'sm' : 'xs'}
            aria-label={t('matrix.show')}
            data={SHOWN.map((value) => ({ value, label: t(`matrix.${value}`) }))}
            value={chosen}
            onChange={(value) => setShown(value as Shown)}
          />
        </>
      }
    >
      {isPhone ? (
        <NeedsByPlace {...common} onSelect={select} actionsOf={actionsOf} />
      ) : (
        <>
          <NeedsMatrix {...common} onSelect={select} />
          <div className={classes.foot} data-filled={selected !== undefined || undefined}>
            {selected ? (
              <NeedDetail need={selected} actions={actionsOf(selected)} />
            ) : (
              <p className={classes.hint}>{t('matrix.keys')}</p>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}
