import { Button } from '@mantine/core';
import { PROJECT_REASONS, type ProjectCommand, type ProjectFile, projectLifecycle } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useWord } from '../../shared/i18n/index.ts';
import { useCan } from '../session/index.ts';
import { CommandDialog } from './CommandDialog.tsx';
import { isDecision } from './commands.ts';
import classes from './Projects.module.css';

/** The steps open to this user in its present state. */
export function ProjectActions({ file }: { file: ProjectFile }) {
  const { t } = useTranslation('projects');
  const can = useCan();
  const word = useWord();
  const [asked, setAsked] = useState<ProjectCommand>();
  const { project } = file.summary;
  const commands = projectLifecycle
    .commandsFrom(project.status)
    .filter((it) => can(isDecision(it) ? 'project:decide' : 'project:manage'));
  const isOpen = project.status === 'proposed' || project.status === 'declined';
  return (
    <div className={classes.actions}>
      {isOpen && can('project:manage') && (
        <Button variant="default" component={Link} href={`/projects/${project.id}/edit`}>
          {t('edit')}
        </Button>
      )}
      {commands.toReversed().map((command) => (
        <Button
          key={command}
          {...(PROJECT_REASONS.includes(command) && { variant: 'default' })}
          onClick={() => setAsked(command)}
        >
          {word.command('project', command)}
        </Button>
      ))}
      {asked && <CommandDialog file={file} command={asked} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
