import type { ManifestLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import classes from './CargoPanel.module.css';
import { cargoByAssociation } from './cargo.ts';

/** Whose goods ride, by weight and then by item. */
export function CargoPanel({ lines }: { lines: readonly ManifestLine[] }) {
  const { t } = useTranslation('convoys');
  const { name, weight, quantity } = useFormat();
  const cargo = cargoByAssociation(lines);
  const most = Math.max(1, ...cargo.map((it) => it.weightKg));
  return (
    <Panel title={t('association.title')}>
      {cargo.length === 0 && <p className={classes.none}>{t('association.none')}</p>}
      <ul className={classes.list}>
        {cargo.map(({ association, weightKg, items }, index) => (
          <li key={association.id}>
            <div className={classes.head}>
              <strong>{name(association)}</strong>
              <span>{weight(weightKg)}</span>
            </div>
            <span className={classes.track} aria-hidden="true">
              <span data-hue={index % 8} style={{ inlineSize: `${(weightKg / most) * 100}%` }} />
            </span>
            <small>
              {items.map((it) => `${name(it.item)} ${quantity(it.quantity, it.item.unit)}`).join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
