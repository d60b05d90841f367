import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { ShowMore, StageGlyph } from '../../shared/ui/index.ts';
import classes from './MapList.module.css';
import type { MarkedAssociation } from './marked-association.ts';

type MapListProps = {
  associations: readonly MarkedAssociation[];
  selected: string;
  onSelect: (associationId: string) => void;
};

/** The map’s equal for keyboard and screen reader; what is chosen on the map comes first. */
export function MapList({ associations, selected, onSelect }: MapListProps) {
  const box = useRef<HTMLDivElement>(null);
  const chosen = associations.find(({ association }) => association.id === selected);
  const shown = chosen ? [chosen, ...associations.filter((it) => it !== chosen)] : associations;
  useEffect(
    function showChosen() {
      if (selected !== '') box.current?.scrollTo({ top: 0 });
    },
    [selected],
  );
  return (
    <div ref={box} className={classes.box}>
      <ShowMore entries={shown} step={40}>
        {(some) => (
          <ul className={classes.list}>
            {some.map((it) => (
              <Row
                key={it.association.id}
                marked={it}
                isSelected={it === chosen}
                onSelect={() => onSelect(it.association.id)}
              />
            ))}
          </ul>
        )}
      </ShowMore>
    </div>
  );
}

type RowProps = { marked: MarkedAssociation; isSelected: boolean; onSelect: () => void };

function Row({ marked, isSelected, onSelect }: RowProps) {
  const { name } = useFormat();
  return (
    <li className={classes.row} data-selected={isSelected || undefined}>
      <button type="button" className={classes.name} aria-pressed={isSelected} onClick={onSelect}>
        <StageGlyph glyph={marked.glyph} />
        <span>{name(marked.association)}</span>
        <small>{marked.word}</small>
      </button>
      {isSelected && <Details marked={marked} />}
    </li>
  );
}

function Details({ marked: { association, last, next, place } }: { marked: MarkedAssociation }) {
  const { t } = useTranslation('visits');
  const { fullDate } = useFormat();
  return (
    <dl className={classes.details}>
      <dt>{t('field.last')}</dt>
      <dd>{last ? <Link href={`/visits/${last.id}`}>{fullDate(last.at)}</Link> : t('never')}</dd>
      <dt>{t('field.next')}</dt>
      <dd>
        {next ? (
          <Link href={`/visits/${next.id}`}>{fullDate(next.at)}</Link>
        ) : (
          <Link href={`/visits/new?association=${association.id}`}>{t('plan.label')}</Link>
        )}
      </dd>
      {place.isApproximate && (
        <>
          <dt>{t('field.place')}</dt>
          <dd>{t('place.approximate')}</dd>
        </>
      )}
    </dl>
  );
}
