import type { Activity } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, useCampaignId } from '../../shared/ui/index.ts';
import classes from './ActivityTab.module.css';

/** One thing that happened, in a sentence. */
export function ActivityRow({ entry }: { entry: Activity }) {
  const { t } = useTranslation('campaigns');
  const { time } = useFormat();
  return (
    <li className={classes.entry}>
      <time dateTime={entry.at} className={classes.time}>
        {time(entry.at)}
      </time>
      <div>
        <strong>
          {t(`activity.action.${entry.action}`, {
            defaultValue: t('activity.unknown', { action: entry.action }),
          })}
        </strong>{' '}
        <Subject entry={entry} />
        <small>
          {entry.actorName ?? t('activity.system')}
          <States entry={entry} />
        </small>
        {entry.reason && <p className={classes.reason}>{entry.reason}</p>}
      </div>
    </li>
  );
}

/** The code people know the subject by; a link where it has a page. */
function Subject({ entry }: { entry: Activity }) {
  const campaignId = useCampaignId();
  if (entry.subjectCode === null) return null;
  const code = <Code>{entry.subjectCode}</Code>;
  if (entry.subjectType === 'pledge') {
    return <Link href={`/c/${campaignId}/pledges/${entry.subjectId}`}>{code}</Link>;
  }
  if (entry.subjectType === 'convoy') {
    return <Link href={`/c/${campaignId}/convoys/${entry.subjectId}`}>{code}</Link>;
  }
  return code;
}

/** From which state to which, where the subject has states with words. */
function States({ entry: { subjectType, fromState, toState } }: { entry: Activity }) {
  const { t } = useTranslation('campaigns');
  if (fromState === null || toState === null) return null;
  const word = (state: string) => t(`common:state.${subjectType}.${state}`, { defaultValue: state });
  return ` · ${t('activity.fromTo', { from: word(fromState), to: word(toState) })}`;
}
