import type { HazardSeverity } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import classes from './SeverityTag.module.css';

const STEPS = { minor: 1, moderate: 2, severe: 3, extreme: 4 } as const;
const ALL = [1, 2, 3, 4] as const;

/** How grave, by bars that grow and by its word. */
export function SeverityTag({ severity }: { severity: HazardSeverity }) {
  const { t } = useTranslation('hazards');
  return (
    <span className={classes.tag} data-severity={severity}>
      <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
        {ALL.map((step) => (
          <rect
            key={step}
            x={(step - 1) * 4}
            y={12 - step * 3}
            width="3"
            height={step * 3}
            fill="currentColor"
            opacity={step <= STEPS[severity] ? 1 : 0.25}
          />
        ))}
      </svg>
      {t(`severity.${severity}`)}
    </span>
  );
}
