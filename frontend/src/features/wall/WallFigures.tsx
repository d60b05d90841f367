import type { SharedView } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type CoveragePart, CoverageSwatch } from '../../shared/ui/index.ts';
import classes from './Wall.module.css';

/** A coarse link does not tell what is aboard from what is in stock, nor of convoys that have not left. */
const PARTS = {
  exact: ['delivered', 'aboard', 'gap'],
  coarse: ['delivered', 'onHand', 'gap'],
} as const;

/** Five figures that are read from across the room. */
export function WallFigures({ view: { coverage, convoys, precision } }: { view: SharedView }) {
  const { t } = useTranslation('wall');
  const { number, percent, tonnes } = useFormat();
  const { neededKg, gapKg, deliveredKg } = coverage;
  const onTheRoad = convoys.filter(({ status }) => status === 'en_route' || status === 'held').length;
  const shareOf = (kg: number) => percent(neededKg === 0 ? 0 : kg / neededKg);
  const [delivered, ...others] = PARTS[precision].map((part) => (
    <Figure key={part} part={part} value={tonnes(coverage[`${part}Kg`])} label={t(`tonnes.${part}`)} />
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
            {number(onTheRoad)} {precision === 'exact' && <small>{t('of', { count: convoys.length })}</small>}
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
