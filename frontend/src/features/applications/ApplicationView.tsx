import { Button } from '@mantine/core';
import type { Application } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, Notice, PageHead, Panel, useUrlState } from '../../shared/ui/index.ts';
import { StepHistory } from '../../shared/ui/records/index.ts';
import { ApplicationStageTag, useAssociationHistory } from '../associations/index.ts';
import { ApplicationFacts } from './ApplicationFacts.tsx';
import classes from './ApplicationView.module.css';
import { ALL_STEPS } from './ApplyPage.tsx';
import type { Key } from './application-key.ts';
import { DocumentsStep } from './DocumentsStep.tsx';
import { EditStep } from './EditStep.tsx';
import { HandInStep } from './HandInStep.tsx';
import { StepNav } from './StepNav.tsx';
import type { FormStep } from './values.ts';

type ApplicationViewProps = { application: Application; of: Key; onLeave: () => void };

/** An application to its founder: whose turn it is, what happened, and the form while it is theirs. */
export function ApplicationView({ application, of, onLeave }: ApplicationViewProps) {
  const { t } = useTranslation('applications');
  const { name } = useFormat();
  const history = useAssociationHistory();
  const isOpen = application.status === 'applied';
  return (
    <>
      <PageHead
        trail={<Code muted>{application.reference}</Code>}
        title={name(application)}
        meta={<ApplicationStageTag stage={application.stage} />}
        actions={
          <Button variant="default" onClick={onLeave}>
            {t('status.leave')}
          </Button>
        }
      />
      <Turn application={application} />
      <div className={classes.columns}>
        {isOpen ? (
          <OpenForm application={application} of={of} />
        ) : (
          application.stage !== 'declared' && <Facts application={application} />
        )}
        <Panel title={t('status.history')}>
          {application.steps.length > 0 ? (
            <StepHistory steps={history(application.steps, t('status.directorate'))} hrefOf={null} />
          ) : (
            <p className={classes.none}>{t('status.noHistory')}</p>
          )}
        </Panel>
      </div>
    </>
  );
}

const KINDS = {
  draft: 'warning',
  returned: 'warning',
  submitted: 'info',
  under_review: 'info',
  refused: 'refused',
  declared: 'done',
} as const;

function Turn({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { digits, fullDate } = useFormat();
  const { stage, declarationNumber, declaredOn, steps } = application;
  const reason = stage === 'returned' || stage === 'refused' ? steps[0]?.reason : undefined;
  return (
    <Notice kind={KINDS[stage]} title={t(`turn.${stage}.title`)}>
      {stage === 'declared' && declarationNumber !== null && declaredOn !== null
        ? t('turn.declaredAs', { number: digits(String(declarationNumber)), date: fullDate(declaredOn) })
        : reason || t(`turn.${stage}.text`)}
    </Notice>
  );
}

function Facts({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  return (
    <Panel title={t('status.facts')}>
      <ApplicationFacts application={application} />
    </Panel>
  );
}

function OpenForm({ application, of }: { application: Application; of: Key }) {
  const { t } = useTranslation('applications');
  const [step, setStep] = useUrlState('step', 'handIn');
  const current = ALL_STEPS.includes(step) ? step : 'handIn';
  const go = (to: string) => {
    setStep(to);
    window.scrollTo(0, 0);
  };
  const goNext = () => go(ALL_STEPS[ALL_STEPS.indexOf(current) + 1] ?? 'handIn');
  return (
    <Panel>
      <div className={classes.form}>
        <StepNav steps={ALL_STEPS} current={current} onGo={(to) => () => go(to)} />
        <h2 className={classes.step}>{t(`stepTitle.${current}`)}</h2>
        {current === 'documents' && <DocumentsStep application={application} of={of} onNext={goNext} />}
        {current === 'handIn' && <HandInStep application={application} of={of} onGo={go} />}
        {current !== 'documents' && current !== 'handIn' && (
          <EditStep
            key={`${current} ${application.version}`}
            application={application}
            of={of}
            step={current as FormStep}
            onNext={goNext}
          />
        )}
      </div>
    </Panel>
  );
}
