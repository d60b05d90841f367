import { Button } from '@mantine/core';
import { type Action, type Finding, type FindingCommand, findingLifecycle } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { useCan } from '../session/index.ts';
import classes from './FindingDialog.module.css';

const ACCESS = {
  answer: 'finding:answer',
  close: 'visit:manage',
  reopen: 'visit:manage',
} as const satisfies Record<FindingCommand, Action>;

type FindingActionsProps = { finding: Finding; onChoose: (what: FindingCommand | 'edit') => void };

/** What this user can do with it as it stands. */
export function FindingActions({ finding, onChoose }: FindingActionsProps) {
  const { t } = useTranslation('visits');
  const { command: wordOf } = useWord();
  const can = useCan();
  const commands = findingLifecycle.commandsFrom(finding.status).filter((command) => can(ACCESS[command]));
  const mayEdit = can('visit:manage') && finding.status !== 'closed';
  if (commands.length === 0 && !mayEdit) return null;
  return (
    <div className={classes.actions}>
      {mayEdit && (
        <Button variant="default" onClick={() => onChoose('edit')}>
          {t('action.edit')}
        </Button>
      )}
      {commands.toReversed().map((command, index) => (
        <Button
          key={command}
          variant={index === commands.length - 1 ? 'filled' : 'default'}
          onClick={() => onChoose(command)}
        >
          {wordOf('finding', command)}
        </Button>
      ))}
    </div>
  );
}
