import { Button } from '@mantine/core';
import {
  type Application,
  type Association,
  type AssociationDecision,
  associationLifecycle,
} from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { Panel, StageTag } from '../../shared/ui/index.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import classes from './DecisionPanel.module.css';
import { DeclareDialog } from './DeclareDialog.tsx';

type Command = AssociationDecision | 'declare';

/** What cannot be taken back, or takes away what the association may do. */
const GRAVE: ReadonlySet<Command> = new Set(['refuse', 'suspend', 'dissolve']);
/** What usually comes next. */
const MAIN: ReadonlySet<Command> = new Set(['review', 'declare', 'reinstate']);

type DecisionPanelProps = { association: Association; application: Application | undefined };

/** Where it stands, whose turn it is, and what an official can decide. */
export function DecisionPanel({ association, application }: DecisionPanelProps) {
  const { t } = useTranslation('associations');
  const word = useWord();
  const [decided, decide] = useState<Command>();
  const close = () => decide(undefined);
  const commands = commandsOpen(association, application);
  const isTheirs = application?.stage === 'draft' || application?.stage === 'returned';
  return (
    <Panel title={t('decide.title')} aside={<StageTag of="association" state={association.status} />}>
      <p className={classes.text}>{t(isTheirs ? 'decide.theirTurn' : `decide.text.${association.status}`)}</p>
      {commands.length > 0 && (
        <div className={classes.commands}>
          {commands.map((command) => (
            <Button
              key={command}
              {...(GRAVE.has(command) && { color: 'red', variant: 'subtle' })}
              {...(!GRAVE.has(command) && !MAIN.has(command) && { variant: 'default' })}
              onClick={() => decide(command)}
            >
              {word.command('association', command)}
            </Button>
          ))}
        </div>
      )}
      {decided === 'declare' && <DeclareDialog association={association} onClose={close} />}
      {decided && decided !== 'declare' && (
        <DecisionDialog association={association} command={decided} onClose={close} />
      )}
    </Panel>
  );
}

/** A review begins with what was handed in and lacks nothing. */
function commandsOpen({ status }: Association, application: Application | undefined): Command[] {
  const canReview = application?.stage === 'submitted' && application.missing.length === 0;
  return associationLifecycle.commandsFrom(status).filter((command) => command !== 'review' || canReview);
}
