import { UnstyledButton } from '@mantine/core';
import type { Hazard } from '@qafila/contract';
import { EndHazardButton } from './EndHazardButton.tsx';
import { HazardFacts, HazardLine, useHazardName } from './HazardFacts.tsx';
import { HazardMark } from './HazardMark.tsx';
import classes from './HazardRow.module.css';
import { SeverityTag } from './SeverityTag.tsx';

type HazardRowProps = { hazard: Hazard; now: Date; isOpen: boolean; onToggle: () => void };

/** One hazard in the list; opened, all that is known of it. */
export function HazardRow({ hazard, now, isOpen, onToggle }: HazardRowProps) {
  const nameOf = useHazardName();
  const isOver = Date.parse(hazard.validTo) <= now.getTime();
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <UnstyledButton className={classes.head} aria-expanded={isOpen} onClick={onToggle}>
        <HazardMark hazard={hazard} />
        <span className={classes.text}>
          <strong>
            <bdi>{nameOf(hazard)}</bdi>
          </strong>
          <small>
            <HazardLine hazard={hazard} now={now} />
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
