import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, fieldErrorText } from '../../shared/api/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { DateTimeInput } from '../../shared/ui/index.ts';
import classes from './StopTimeline.module.css';

type StopTimeProps = {
  at: string | null;
  onChange: (at: string | null) => void;
  /** Why the last step was refused. */
  error: unknown;
};

/** When the step truly happened, for what is entered later from paper; closed, it is now. */
export function StopTime({ at, onChange, error }: StopTimeProps) {
  const { t } = useTranslation('convoys');
  const [isOpen, setOpen] = useState(false);
  const fault = useFaultOfTime(error);
  if (!isOpen) {
    return (
      <Button size="sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('stop.otherTime')}
      </Button>
    );
  }
  return (
    <DateTimeInput
      className={classes.time ?? ''}
      aria-label={t('stop.happenedAt')}
      placeholder={t('stop.happenedAt')}
      clearable
      value={at}
      onChange={onChange}
      error={fault}
    />
  );
}

function useFaultOfTime(error: unknown): string | undefined {
  const { t } = useTranslation();
  const language = usePreferences((preferences) => preferences.language);
  const fault = timeFaultOf(error);
  return fault && fieldErrorText(fault, { t, language });
}

/** What the server found wrong with the time itself. */
export function timeFaultOf(error: unknown) {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.problem.errors?.find((fault) => fault.path === 'at');
}
