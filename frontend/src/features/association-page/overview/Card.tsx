import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Glyph, Panel, StageGlyph } from '../../../shared/ui/index.ts';
import classes from './Overview.module.css';

type CardProps = {
  title: ReactNode;
  /** Where all of it is; left out where that is here. */
  href?: string;
  children: ReactNode;
};

/** One module of the work at a glance. */
export function Card({ title, href, children }: CardProps) {
  const { t } = useTranslation('association-page');
  const more = href && (
    <Link href={href} className={classes.more}>
      {t('overview.more')}
    </Link>
  );
  return (
    <Panel title={title} aside={more}>
      {children}
    </Panel>
  );
}

export type Fact = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** What asks to be done about it. */
  readonly glyph?: Glyph | false;
};

/** Words and their figures, line by line. */
export function Facts({ facts }: { facts: readonly (Fact | false)[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.key}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.glyph && <StageGlyph glyph={fact.glyph} size={13} />}
                {fact.value}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
