import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './Steps.module.css';

const STEPS = ['check', 'request', 'refer'] as const;
export type Step = (typeof STEPS)[number];

/** Where a new referral has got to: the number, the request, the association. */
export function Steps({ current }: { current: Step }) {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const at = STEPS.indexOf(current);
  return (
    <ol className={classes.steps}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-done={index < at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.number}>{number(index + 1)}</span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
