import { Button, UnstyledButton } from '@mantine/core';
import { type Application, type MissingForReview, submitOwnApplication } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../shared/api/index.ts';
import { ErrorNotice, Notice, notifyDone } from '../../shared/ui/index.ts';
import { ApplicationFacts } from './ApplicationFacts.tsx';
import { headerOf, type Key } from './application-key.ts';
import classes from './HandInStep.module.css';
import { takeApplication } from './use-application.ts';

const STEP_OF: Readonly<Record<MissingForReview, string>> = {
  no_purpose: 'about',
  no_sector: 'about',
  no_governorate: 'about',
  no_address: 'seat',
  no_seat: 'seat',
  board_too_small: 'board',
  no_chair: 'board',
  no_secretary: 'board',
  no_treasurer: 'board',
  no_statutes_document: 'documents',
  no_founding_minutes_document: 'documents',
  no_premises_document: 'documents',
};

type HandInStepProps = { application: Application; of: Key; onGo: (step: string) => void };

/** All that was entered, what is still due, and the button that hands it in. */
export function HandInStep({ application, of, onGo }: HandInStepProps) {
  const { t } = useTranslation('applications');
  const handIn = useApiMutation(submitOwnApplication, {
    onSuccess: (answer) => {
      takeApplication(of, answer);
      notifyDone(t('handIn.done'));
      window.scrollTo(0, 0);
    },
  });
  const { missing, stage } = application;
  if (stage === 'submitted') {
    return (
      <>
        <p className={classes.text}>{t('handIn.waits')}</p>
        <ApplicationFacts application={application} />
      </>
    );
  }
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="warning" title={t('handIn.missing', { count: missing.length })}>
          <ul className={classes.missing}>
            {missing.map((code) => (
              <li key={code}>
                <UnstyledButton className={classes.link} onClick={() => onGo(STEP_OF[code])}>
                  {t(`associations:missing.${code}`)}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ApplicationFacts application={application} />
      {handIn.error && <ErrorNotice error={handIn.error} />}
      <div className={classes.send}>
        <Button
          size="md"
          disabled={missing.length > 0}
          loading={handIn.isPending}
          onClick={() => handIn.mutate({ applicant: headerOf(of) })}
        >
          {t('handIn.send')}
        </Button>
        <span>{t('handIn.after')}</span>
      </div>
    </>
  );
}
