import { Button } from '@mantine/core';
import type { Pledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, ErrorNotice, useNow } from '../../shared/ui/index.ts';
import { effectOf } from './decision.ts';
import { GapEffect } from './GapEffect.tsx';
import classes from './PledgesInbox.module.css';

type InboxRowProps = {
  pledge: Pledge;
  isCurrent: boolean;
  canDecide: boolean;
  refusal: unknown;
  onFocus: () => void;
  onAccept: () => Promise<void>;
  onPart: () => void;
  onDecline: () => void;
};

/** The current row opens all its actions; the others keep the one that is most often right. */
export function InboxRow(props: InboxRowProps) {
  const { pledge, isCurrent, canDecide, refusal, onFocus, onAccept } = props;
  const { t } = useTranslation('pledges');
  const { name, number, relative, when } = useFormat();
  const now = useNow();
  const { suggested } = effectOf(pledge);
  const isOpen = isCurrent && canDecide;
  return (
    <li className={classes.pledge} data-current={isOpen || undefined} onFocus={onFocus}>
      <div className={classes.top}>
        <span>{name(pledge.association)}</span>
        <span className={classes.when}>{relative(pledge.createdAt, now)}</span>
      </div>
      <div className={classes.goods}>
        <b>{number(pledge.quantity)}</b> {name(pledge.item)}{' '}
        <span className={classes.place}>· {pledge.need ? name(pledge.need.site) : t('atLarge')}</span>
      </div>
      <GapEffect pledge={pledge} />
      <div className={classes.ready}>
        <span>{t('inbox.ready', { when: when(pledge.readyAt, now) })}</span>
        {isOpen || !canDecide || suggested === 0 ? (
          <Link href={`/c/${pledge.campaignId}/pledges/${pledge.id}`}>
            <Code muted>{pledge.code}</Code>
          </Link>
        ) : (
          <Button size="compact-sm" variant="light" onClick={() => void onAccept()}>
            {t('decide.accept', { amount: suggested })}
          </Button>
        )}
      </div>
      {isOpen && <RowActions {...props} suggested={suggested} />}
      {refusal !== undefined && <ErrorNotice error={refusal} />}
    </li>
  );
}

function RowActions({ onAccept, onPart, onDecline, suggested }: InboxRowProps & { suggested: number }) {
  const { t } = useTranslation('pledges');
  return (
    <div className={classes.actions}>
      {suggested > 0 && (
        <Button size="xs" onClick={() => void onAccept()}>
          {t('decide.accept', { amount: suggested })}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={onPart}>
        {t('decide.part')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" className={classes.decline} onClick={onDecline}>
        {t('decide.decline')}
      </Button>
    </div>
  );
}
