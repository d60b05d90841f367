import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem, useProblemText } from '../api/index.ts';
import { Code } from './Code.tsx';
import classes from './ErrorState.module.css';
import { Notice } from './Notice.tsx';

type ErrorNoticeProps = { error: unknown; onRetry?: (() => unknown) | undefined };

/** Why something was refused or failed, in the reader's language, with the request's number. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const request = error instanceof ApiProblem ? error.problem.instance : undefined;
  return (
    <Notice
      kind="refused"
      role="alert"
      title={textOf(error)}
      actions={
        onRetry && (
          <Button size="xs" variant="default" onClick={() => void onRetry()}>
            {t('action.retry')}
          </Button>
        )
      }
    >
      {request && (
        <span className={classes.request}>
          {t('form.request')} <Code muted>{request}</Code>
        </span>
      )}
    </Notice>
  );
}

/** In the place of what could not be read. */
export function ErrorState(props: ErrorNoticeProps) {
  return (
    <div className={classes.error}>
      <ErrorNotice {...props} />
    </div>
  );
}
