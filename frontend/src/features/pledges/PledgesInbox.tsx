import type { Pledge } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, KeyHint, Panel, useSingleKeys } from '../../shared/ui/index.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { effectOf } from './decision.ts';
import { InboxRow } from './InboxRow.tsx';
import classes from './PledgesInbox.module.css';
import { usePledgeDecisions } from './usePledgeDecisions.ts';

type PledgesInboxProps = {
  campaignId: string;
  /** Those that await a decision. */
  offered: readonly Pledge[];
  /** Whether the reader may decide, and not only look. */
  canDecide: boolean;
};

type Asked = { pledge: Pledge; about: 'part' | 'decline' };
type Refused = { pledgeId: string; error: unknown };

/** Offers to decide, each with what it would do to the gap; J moves, A accepts up to the gap, R declines. */
export function PledgesInbox({ campaignId, offered, canDecide }: PledgesInboxProps) {
  const { t } = useTranslation('pledges');
  const { number } = useFormat();
  const { accept } = usePledgeDecisions();
  const [cursor, setCursor] = useState({ id: '', index: 0 });
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [refusal, setRefusal] = useState<Refused | undefined>(undefined);
  const placeOf = (id: string) => offered.findIndex((pledge) => pledge.id === id);
  // The one decided leaves its place to the next.
  const current = offered[placeOf(cursor.id)] ?? offered[cursor.index] ?? offered.at(-1);
  const moveTo = (index: number) => setCursor({ id: offered[index]?.id ?? '', index });

  const acceptNow = async (pledge: Pledge) => {
    const { suggested } = effectOf(pledge);
    if (suggested === 0) return setAsked({ pledge, about: 'part' });
    setRefusal(undefined);
    try {
      await accept(pledge, suggested);
    } catch (error) {
      setRefusal({ pledgeId: pledge.id, error });
    }
  };
  useSingleKeys(canDecide && asked === undefined, {
    KeyJ: () => moveTo((placeOf(current?.id ?? '') + 1) % Math.max(1, offered.length)),
    KeyA: () => current && void acceptNow(current),
    KeyR: () => current && setAsked({ pledge: current, about: 'decline' }),
  });
  const closeDialog = () => setAsked(undefined);

  return (
    <Panel
      flush
      title={t('inbox.title')}
      note={number(offered.length)}
      footer={<InboxFoot campaignId={campaignId} hasKeys={canDecide && offered.length > 0} />}
    >
      {offered.length === 0 && <EmptyNote title={t('inbox.empty')}>{t('inbox.emptyText')}</EmptyNote>}
      <ol className={classes.list}>
        {offered.map((pledge) => (
          <InboxRow
            key={pledge.id}
            pledge={pledge}
            isCurrent={pledge === current}
            canDecide={canDecide}
            refusal={refusal?.pledgeId === pledge.id ? refusal.error : undefined}
            onFocus={() => moveTo(placeOf(pledge.id))}
            onAccept={() => acceptNow(pledge)}
            onPart={() => setAsked({ pledge, about: 'part' })}
            onDecline={() => setAsked({ pledge, about: 'decline' })}
          />
        ))}
      </ol>
      {asked?.about === 'part' && <AcceptDialog pledge={asked.pledge} onClose={closeDialog} />}
      {asked?.about === 'decline' && <DeclineDialog pledge={asked.pledge} onClose={closeDialog} />}
    </Panel>
  );
}

function InboxFoot({ campaignId, hasKeys }: { campaignId: string; hasKeys: boolean }) {
  const { t } = useTranslation('pledges');
  return (
    <div className={classes.foot}>
      <Link href={`/c/${campaignId}/pledges`}>{t('inbox.all')}</Link>
      {hasKeys && (
        <span className={classes.keys}>
          <KeyHint keys={['J']}>{t('inbox.next')}</KeyHint>
          <KeyHint keys={['A']}>{t('inbox.accept')}</KeyHint>
          <KeyHint keys={['R']}>{t('inbox.decline')}</KeyHint>
        </span>
      )}
    </div>
  );
}
