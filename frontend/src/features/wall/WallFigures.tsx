import type { SharedView } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type CoveragePart, CoverageSwatch } from '../../shared/ui/index.ts';
import classes from './Wall.module.css';

const PARTS = [
  { part: 'delivered', kg: 'deliveredKg' },
  { part: 'aboard', kg: 'aboardKg' },
  { part: 'gap', kg: 'gapKg' },
] as const;

/** Five figures that are read from across the room. */
export function WallFigures({ view: { coverage, convoys } }: { view: SharedView }) {
  const { t } = useTranslation('wall');
  const { number, percent, tonnes } = useFormat();
  const { neededKg, gapKg, deliveredKg } = coverage;
  const onTheRoad = convoys.filter(({ status }) => status === 'en_route' || status === 'held').length;
  const shareOf = (kg: number) => percent(neededKg === 0 ? 0 : kg / neededKg);
  const [delivered, ...others] = PARTS.map(({ part, kg }) => (
    <Figure key={part} part={part} value={tonnes(coverage[kg])} label={t(`tonnes.${part}`)} />
  ));
  return (
    <dl className={classes.figures}>
      <Figure
        value={neededKg === 0 ? '–' : shareOf(neededKg - gapKg)}
        label={t('covered', { share: shareOf(deliveredKg) })}
      />
      {delivered}
      {others}
      <Figure
        value={
          <>
            {number(onTheRoad)} <small>{t('of', { count: convoys.length })}</small>
          </>
        }
        label={t('onTheRoad')}
      />
    </dl>
  );
}

function Figure({ value, label, part }: { value: ReactNode; label: string; part?: CoveragePart }) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>
        {part && <CoverageSwatch part={part} />}
        {label}
      </dt>
    </div>
  );
}
