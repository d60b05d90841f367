import type { Need } from '@qafila/contract';
import { type ReactNode, useMemo } from 'react';
import { useFormat } from '../../shared/format/index.ts';
import { PriorityMark, useNow } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { isDueSoon } from './coverage.ts';
import { buildMatrix, needsBySite } from './matrix.ts';
import { NeedDetail } from './NeedDetail.tsx';
import { NeedFigure, type Shown } from './NeedFigure.tsx';
import classes from './NeedsByPlace.module.css';

type NeedsByPlaceProps = {
  needs: readonly Need[];
  shown: Shown;
  selectedId: string | undefined;
  onSelect: (needId: string | null) => void;
  actionsOf: (need: Need) => ReactNode;
};

/** The matrix for a narrow screen: destination after destination; a need opens to its sum. */
export function NeedsByPlace({ needs, shown, selectedId, onSelect, actionsOf }: NeedsByPlaceProps) {
  const { name } = useFormat();
  const governorateOf = useGovernorateName();
  const places = useMemo(() => needsBySite(buildMatrix(needs)), [needs]);
  return (
    <div>
      {places.map((place) => (
        <section key={place.site.id} aria-label={name(place.site)}>
          <h3 className={classes.place}>
            {name(place.site)} <span>{governorateOf(place.site.governorateCode)}</span>
          </h3>
          <ul className={classes.list}>
            {place.needs.map((need) => (
              <li key={need.id}>
                <NeedButton need={need} shown={shown} isOpen={need.id === selectedId} onSelect={onSelect} />
                {need.id === selectedId && <NeedDetail need={need} actions={actionsOf(need)} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type NeedButtonProps = {
  need: Need;
  shown: Shown;
  isOpen: boolean;
  onSelect: (needId: string | null) => void;
};

function NeedButton({ need, shown, isOpen, onSelect }: NeedButtonProps) {
  const { name } = useFormat();
  const now = useNow();
  return (
    <button
      type="button"
      className={classes.need}
      aria-expanded={isOpen}
      onClick={() => onSelect(isOpen ? null : need.id)}
    >
      <span className={classes.item}>
        <PriorityMark level={need.priority} /> {name(need.item)}
      </span>
      <span className={classes.figure}>
        <NeedFigure coverage={need.coverage} shown={shown} isDueSoon={isDueSoon(need, now.getTime())} />
      </span>
    </button>
  );
}
