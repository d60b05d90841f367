import type { Need } from '@qafila/contract';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, PriorityMark, StageGlyph, useNow } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { coverageByWeight, DUE_SOON_HOURS, isDueSoon } from './coverage.ts';
import { buildMatrix, type NeedsOfSite, needsBySite } from './matrix.ts';
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

/** The matrix for a narrow screen: destinations that open to their needs, a need that opens to its sum. */
export function NeedsByPlace({ needs, shown, selectedId, onSelect, actionsOf }: NeedsByPlaceProps) {
  const places = useMemo(() => needsBySite(buildMatrix(needs)), [needs]);
  return (
    <div>
      {places.map((place) => (
        <Place
          key={place.site.id}
          place={place}
          shown={shown}
          selectedId={selectedId}
          onSelect={onSelect}
          actionsOf={actionsOf}
        />
      ))}
    </div>
  );
}

type PlaceProps = Omit<NeedsByPlaceProps, 'needs'> & { place: NeedsOfSite };

function Place({ place: { site, needs }, shown, selectedId, onSelect, actionsOf }: PlaceProps) {
  const { name } = useFormat();
  const [isOpen, setOpen] = useState(needs.some((need) => need.id === selectedId));
  return (
    <section aria-label={name(site)}>
      <PlaceHead site={site} needs={needs} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && (
        <ul className={classes.list}>
          {needs.map((need) => (
            <li key={need.id}>
              <NeedButton need={need} shown={shown} isOpen={need.id === selectedId} onSelect={onSelect} />
              {need.id === selectedId && <NeedDetail need={need} actions={actionsOf(need)} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type PlaceHeadProps = NeedsOfSite & { isOpen: boolean; onToggle: () => void };

/** Where, how much of it is covered by weight, and how many items still lack something. */
function PlaceHead({ site, needs, isOpen, onToggle }: PlaceHeadProps) {
  const { t } = useTranslation('needs');
  const { name, weight } = useFormat();
  const governorateOf = useGovernorateName();
  const now = useNow();
  const lacking = needs.filter((need) => need.coverage.gap > 0);
  return (
    <h3 className={classes.place}>
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>
        <span className={classes.where}>
          {name(site)} <small>{governorateOf(site.governorateCode)}</small>
        </span>
        <span className={classes.lacking}>
          {needs.some((need) => isDueSoon(need, now.getTime())) && (
            <>
              <StageGlyph glyph="delayed" size={12} />
              <span className="visually-hidden">{t('matrix.dueSoon', { hours: DUE_SOON_HOURS })}</span>
            </>
          )}
          {lacking.length > 0 ? t('matrix.lacking', { count: lacking.length }) : t('matrix.covered')}
        </span>
        <IconChevronDown className={classes.chevron} size={18} aria-hidden="true" />
        <CoverageBar coverage={coverageByWeight(needs)} formatAmount={weight} />
      </button>
    </h3>
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
