import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import classes from './RoadFacts.module.css';

/** How far the convoy has come and has to go, and how far apart its vehicles drive. */
export function RoadFacts({ view }: { view: ConvoyView }) {
  const { t } = useTranslation('live-map');
  const { distance } = useFormat();
  if (!isOnTheRoad(view)) return null;
  const facts = [
    { key: 'done', metres: view.progressM },
    { key: 'left', metres: view.leftM },
    ...(view.vehicles.length > 1 ? [{ key: 'spread', metres: view.spreadM }] : []),
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ key, metres }) => (
        <div key={key}>
          <dt>{t(`road.${key}`)}</dt>
          <dd>{distance(metres)}</dd>
        </div>
      ))}
    </dl>
  );
}
