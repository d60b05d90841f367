import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './StepNav.module.css';

type StepNavProps = {
  steps: readonly string[];
  current: string;
  /** Left out for what comes later and is not open yet. */
  onGo: (step: string) => (() => void) | undefined;
};

/** Where one is in a long form, and the way back. */
export function StepNav({ steps, current, onGo }: StepNavProps) {
  const { t } = useTranslation('applications');
  const { number } = useFormat();
  const at = steps.indexOf(current);
  return (
    <nav aria-label={t('steps')} className={classes.nav}>
      <p className={classes.short}>
        {t('stepOf', { step: number(at + 1), steps: number(steps.length) })} · <b>{t(`step.${current}`)}</b>
      </p>
      <ol>
        {steps.map((step, index) => {
          const go = onGo(step);
          return (
            <li key={step} data-done={index < at || undefined}>
              <button
                type="button"
                disabled={!go}
                aria-current={step === current ? 'step' : undefined}
                onClick={go}
              >
                <span className={classes.word}>{t(`step.${step}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
