import { UnstyledButton } from '@mantine/core';
import type { Hazard } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { EndHazardButton } from './EndHazardButton.tsx';
import { HazardFacts, useHazardName } from './HazardFacts.tsx';
import { HazardMark } from './HazardMark.tsx';
import classes from './HazardRow.module.css';
import { isFire, isValidAt } from './hazard-view.ts';
import { SeverityTag } from './SeverityTag.tsx';

type HazardRowProps = { hazard: Hazard; now: Date; isOpen: boolean; onToggle: () => void };

/** One hazard in the list; opened, all that is known of it. */
export function HazardRow({ hazard, now, isOpen, onToggle }: HazardRowProps) {
  const { t } = useTranslation('hazards');
  const { relative, when } = useFormat();
  const nameOf = useHazardName();
  const isOver = !isValidAt(hazard, now) && Date.parse(hazard.validTo) <= now.getTime();
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <UnstyledButton className={classes.head} aria-expanded={isOpen} onClick={onToggle}>
        <HazardMark hazard={hazard} />
        <span className={classes.text}>
          <strong>{nameOf(hazard)}</strong>
          <small>
            {t(`source.${hazard.source}`)}
            {' · '}
            {t(isFire(hazard) ? 'row.seen' : 'row.since', { when: relative(hazard.validFrom, now) })}
            {' · '}
            {t(isOver ? 'row.over' : 'row.until', { when: when(hazard.validTo, now) })}
          </small>
        </span>
        <SeverityTag severity={hazard.severity} />
      </UnstyledButton>
      {isOpen && (
        <div className={classes.body}>
          <HazardFacts hazard={hazard} now={now} />
          {!isOver && <EndHazardButton hazard={hazard} />}
        </div>
      )}
    </li>
  );
}
