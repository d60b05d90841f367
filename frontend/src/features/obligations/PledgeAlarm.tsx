import { Button } from '@mantine/core';
import { type PledgeStanding, readPledgeStanding } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { GrantDialog } from './GrantDialog.tsx';
import classes from './PledgeAlarm.module.css';
import { useTypeName } from './use-type-name.ts';

/** What an association has overdue, and whether it may pledge all the same; nothing while all is in. */
export function PledgeAlarm({ associationId }: { associationId: string }) {
  const canRead = useCan()('obligation:read');
  const { data } = useApiQuery(readPledgeStanding, { params: { associationId } }, { enabled: canRead });
  if (!data || data.overdue.length === 0) return null;
  return <Alarm associationId={associationId} standing={data} />;
}

function Alarm({ associationId, standing }: { associationId: string; standing: PledgeStanding }) {
  const { t } = useTranslation('obligations');
  const { fullDate } = useFormat();
  const typeName = useTypeName();
  const canPermit = useCan()('obligation:review') && !standing.mayPledge;
  const [isGranting, setGranting] = useState(false);
  const { override } = standing;
  return (
    <>
      <Notice
        kind={standing.mayPledge ? 'warning' : 'refused'}
        role="note"
        title={t(standing.mayPledge ? 'alarm.overdue' : 'alarm.blocked')}
        actions={
          canPermit && (
            <Button size="xs" variant="default" onClick={() => setGranting(true)}>
              {t('overrides.grant')}
            </Button>
          )
        }
      >
        <ul className={classes.overdue}>
          {standing.overdue.map((obligation) => (
            <li key={obligation.id}>
              <Link href={`/obligations/${obligation.id}`}>{typeName(obligation)}</Link>{' '}
              {t('alarm.since', { date: fullDate(obligation.dueOn) })}
            </li>
          ))}
        </ul>
        {override &&
          t('alarm.permitted', {
            by: override.grantedByName,
            date: fullDate(override.endsOn),
            reason: override.reason,
          })}
      </Notice>
      {isGranting && <GrantDialog associationId={associationId} onClose={() => setGranting(false)} />}
    </>
  );
}
