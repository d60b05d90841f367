import { blockersOf, type ConvoyFile, READINESS } from '@qafila/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Panel, StageGlyph } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { CommandButton } from './CommandButton.tsx';
import { nextCommand } from './commands.ts';
import classes from './ReadinessPanel.module.css';

type ReadinessPanelProps = { file: ConvoyFile };

/** What stands between the convoy and its next step; a closed door says what opens it. */
export function ReadinessPanel({ file }: ReadinessPanelProps) {
  const { t } = useTranslation('convoys');
  const canManage = useCan()('convoy:manage');
  const { readiness, convoy } = file;
  const done = readiness.filter((check) => check.done).length;
  return (
    <Panel flush title={t('readiness.title')} note={t('readiness.count', { done, total: readiness.length })}>
      <ul className={classes.list}>
        {readiness.map((check) => (
          <li key={check.code} data-done={check.done || undefined}>
            <StageGlyph glyph={glyphOf(check)} size={14} />
            <div>
              {t(`readiness.${check.code}`, { ns: 'common' })}
              <span className="visually-hidden">
                {' '}
                — {t(check.done ? 'readiness.done' : 'readiness.open')}
              </span>
              {!check.done && <CheckNote check={check} />}
            </div>
          </li>
        ))}
      </ul>
      {canManage && convoy.status !== 'cancelled' && <NextCommand file={file} />}
    </Panel>
  );
}

type Check = ConvoyFile['readiness'][number];

/** How far an open check is, and whether departure waits for it. */
function CheckNote({ check }: { check: Check }) {
  const { t } = useTranslation('convoys');
  const { number } = useFormat();
  if (check.code === 'no_hazard_on_route') return <small>{t('readiness.hazard')}</small>;
  const words = [
    check.total > 1 && t('readiness.of', { count: check.count, total: number(check.total) }),
    READINESS[check.code] === null && t('readiness.advice'),
  ].filter((word) => word !== false);
  return words.length > 0 && <small>{words.join(' · ')}</small>;
}

/** Done, holding something up, or only advised. */
function glyphOf({ code, done }: Check) {
  if (done) return 'settled';
  return READINESS[code] === null ? 'planned' : 'delayed';
}

function NextCommand({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('convoys');
  const word = useWord();
  const why = useId();
  const command = nextCommand(file.convoy.status);
  if (!command) return null;
  const blockers = blockersOf(command, file.readiness);
  return (
    <div className={classes.next}>
      <CommandButton file={file} command={command} describedBy={why} fullWidth />
      {blockers.length > 0 && (
        <p id={why}>{t('blocked', { count: blockers.length, step: word.command('convoy', command) })}</p>
      )}
    </div>
  );
}
