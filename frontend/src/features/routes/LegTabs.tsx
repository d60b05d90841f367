import { UnstyledButton } from '@mantine/core';
import type { Convoy } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { isLegOpen } from '../convoys/index.ts';
import classes from './LegTabs.module.css';
import type { Leg } from './route-draft.ts';

type LegTabsProps = {
  legs: readonly Leg[];
  convoy: Convoy;
  current: Leg | undefined;
  onChoose: (stopId: string) => void;
};

/** The legs in the order of travel; those that are over can only be looked at elsewhere. */
export function LegTabs({ legs, convoy, current, onChoose }: LegTabsProps) {
  const { t } = useTranslation('routes');
  const { name, number, distance } = useFormat();
  if (legs.length < 2) return null;
  return (
    <nav aria-label={t('legs')} className={classes.tabs}>
      {legs.map(({ stop, from }, index) => (
        <UnstyledButton
          key={stop.id}
          className={classes.tab}
          aria-current={stop.id === current?.stop.id ? 'step' : undefined}
          disabled={!isLegOpen(convoy, stop)}
          onClick={() => onChoose(stop.id)}
        >
          <span className={classes.order} aria-hidden="true">
            {number(index + 1)}
          </span>
          <span>
            <strong>{t('leg', { from: name(from), to: name(stop.site) })}</strong>
            <small>
              {t(`kind.${stop.routeKind}`)} · {distance(stop.distanceM)}
            </small>
          </span>
        </UnstyledButton>
      ))}
    </nav>
  );
}
