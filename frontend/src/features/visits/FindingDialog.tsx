import { type FindingCommand, type FindingWithSteps, findingLifecycle, readFinding } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, Dialog, QueryView, StageTag } from '../../shared/ui/index.ts';
import { StepHistory } from '../../shared/ui/records/index.ts';
import { EditFinding } from './EditFinding.tsx';
import { FindingActions } from './FindingActions.tsx';
import classes from './FindingDialog.module.css';
import { MoveFinding } from './MoveFinding.tsx';
import { ResultTag } from './ResultTag.tsx';
import { useFindingText } from './use-texts.ts';

type FindingDialogProps = { findingId: string; onClose: () => void };

/** One finding: what it is, what was done about it, and what can be done next. */
export function FindingDialog({ findingId, onClose }: FindingDialogProps) {
  const { t } = useTranslation('visits');
  const query = useApiQuery(readFinding, { params: { findingId } });
  return (
    <Dialog opened onClose={onClose} title={t('findings.one')} size={620}>
      <QueryView query={query}>{(finding) => <FindingView finding={finding} />}</QueryView>
    </Dialog>
  );
}

function FindingView({ finding }: { finding: FindingWithSteps }) {
  const [doing, setDoing] = useState<FindingCommand | 'edit' | null>(null);
  const textOf = useFindingText();
  const { title, note } = textOf(finding);
  const stop = () => setDoing(null);
  const command = doing !== null && doing !== 'edit' && findingLifecycle.next(finding.status, doing) && doing;
  return (
    <div className={classes.finding}>
      <div>
        <p className={classes.title}>
          <bdi>{title}</bdi>
        </p>
        {note !== '' && (
          <p className={classes.note}>
            <bdi>{note}</bdi>
          </p>
        )}
      </div>
      <Facts finding={finding} />
      {finding.steps.length > 0 && <Steps finding={finding} />}
      {command && <MoveFinding key={command} finding={finding} command={command} onClose={stop} />}
      {doing === 'edit' && <EditFinding finding={finding} onClose={stop} />}
      {doing === null && <FindingActions finding={finding} onChoose={setDoing} />}
    </div>
  );
}

function Facts({ finding }: { finding: FindingWithSteps }) {
  const { t } = useTranslation('visits');
  const { name, fullDate } = useFormat();
  return (
    <dl className={classes.facts}>
      <dt>{t('field.association')}</dt>
      <dd>{name(finding.association)}</dd>
      <dt>{t('field.visit')}</dt>
      <dd>
        <Link href={`/visits/${finding.visit.id}`}>
          <Code>{finding.visit.code}</Code>
        </Link>{' '}
        · {fullDate(finding.raisedAt)}
      </dd>
      <dt>{t('field.severity')}</dt>
      <dd>
        <ResultTag result={finding.severity} />
      </dd>
      <dt>{t('field.due')}</dt>
      <dd>
        {fullDate(finding.dueOn)}
        {finding.isOverdue && <strong className={classes.overdue}> · {t('findings.overdue')}</strong>}
      </dd>
      <dt>{t('field.status')}</dt>
      <dd>
        <StageTag of="finding" state={finding.status} framed={false} />
      </dd>
    </dl>
  );
}

function Steps({ finding }: { finding: FindingWithSteps }) {
  const { t } = useTranslation('visits');
  return (
    <StepHistory
      steps={finding.steps.map((step, index) => ({
        key: `${index}`,
        at: step.at,
        who: step.byName,
        what: t(`findingDone.${step.command}`),
        note: step.note,
        documents: step.documents,
      }))}
    />
  );
}
