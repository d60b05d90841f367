import { Button } from '@mantine/core';
import type { Convoy, FixTuple } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Code, DelayTag, StageTag } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import classes from './ConvoyRow.module.css';
import { ConvoyRoute, WayLine } from './ConvoyWay.tsx';
import { isManifestOpen, nextCommand } from './commands.ts';
import { useDelay } from './use-delay.ts';

type ConvoyRowProps = { convoy: Convoy; fixes: readonly FixTuple[]; canManage: boolean };

/** One convoy of the list: where it stands on its three axes, what it carries, and what comes next. */
export function ConvoyRow({ convoy, fixes, canManage }: ConvoyRowProps) {
  const { t } = useTranslation('convoys');
  const { weight } = useFormat();
  const now = useNow();
  const delay = useDelay(convoy, fixes, now);
  const page = `/c/${convoy.campaignId}/convoys/${convoy.id}`;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <div className={classes.head}>
          <Link href={page} className={classes.code}>
            <Code>{convoy.code}</Code>
          </Link>
          <StageTag of="convoy" state={convoy.status} />
          {delay && <DelayTag {...delay} />}
        </div>
        <ConvoyRoute convoy={convoy} />
        <Moment convoy={convoy} now={now} />
      </div>
      <div className={classes.way}>
        <WayLine convoy={convoy} fixes={fixes} />
        <span className={classes.load}>
          <b>{convoy.cargoKg > 0 ? weight(convoy.cargoKg) : t('empty')}</b>
          {' · '}
          {t('vehicles', { count: convoy.vehicles.length })}
          {' · '}
          {t('stops', { count: convoy.stops.length })}
        </span>
      </div>
      <div className={classes.next}>
        <NextStep convoy={convoy} page={page} canManage={canManage} />
      </div>
    </li>
  );
}

function Moment({ convoy, now }: { convoy: Convoy; now: Date }) {
  const { t } = useTranslation('convoys');
  const { when } = useFormat();
  const { departedAt, endedAt, plannedDepartureAt } = convoy;
  return (
    <span className={classes.moment}>
      {endedAt && t('ended', { when: when(endedAt, now) })}
      {!endedAt && departedAt && t('departed', { when: when(departedAt, now) })}
      {!(endedAt || departedAt) && t('departs', { when: when(plannedDepartureAt, now) })}
    </span>
  );
}

/** Leads to where the next step is taken: the builder while goods are being put together, else the convoy's page. */
function NextStep({ convoy, page, canManage }: { convoy: Convoy; page: string; canManage: boolean }) {
  const { t } = useTranslation('convoys');
  const word = useWord();
  const next = nextCommand(convoy.status);
  const isBuilt = isManifestOpen(convoy.status) && convoy.status !== 'loading';
  if (!canManage || (!isBuilt && !next)) {
    return (
      <Button component={Link} href={page} variant="default">
        {t('open')}
      </Button>
    );
  }
  return (
    <Button component={Link} href={isBuilt ? `${page}/build` : page} variant="light">
      {isBuilt ? t('build') : word.command('convoy', next ?? '')}
    </Button>
  );
}
