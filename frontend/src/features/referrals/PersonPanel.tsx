import { Button } from '@mantine/core';
import type { Referral } from '@qafila/contract';
import { IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ErrorNotice, Panel } from '../../shared/ui/index.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { EraseButton } from './EraseButton.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import classes from './PersonPanel.module.css';
import { useCaseRights } from './rights.ts';
import type { PersonReading } from './use-person.ts';

type PersonPanelProps = { referral: Referral; reading: PersonReading };

/** The citizen: hidden until asked for, for every reading is written down. */
export function PersonPanel({ referral, reading }: PersonPanelProps) {
  const { t } = useTranslation('referrals');
  const { mayErase } = useCaseRights(referral);
  const { person, refusal, hide } = reading;
  return (
    <Panel
      title={t(referral.personAccess === 'request' ? 'person.titleRequest' : 'person.title')}
      aside={
        person && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconEyeOff size={16} aria-hidden="true" />}
            onClick={hide}
          >
            {t('person.hide')}
          </Button>
        )
      }
      footer={mayErase && <EraseButton referral={referral} onErased={hide} />}
    >
      {person ? (
        <>
          <PersonFacts person={person} />
          {person.access === 'full' && <CorrectButton referral={referral} reading={reading} />}
        </>
      ) : (
        <Hidden referral={referral} reading={reading} />
      )}
      {refusal !== undefined && <ErrorNotice error={refusal} />}
    </Panel>
  );
}

/** Why nothing is shown, and the button that shows it where the reader may. */
function Hidden({ referral, reading: { isReading, show } }: PersonPanelProps) {
  const { t } = useTranslation('referrals');
  const { fullDate } = useFormat();
  if (referral.erasedAt !== null) {
    return <Locked>{t('person.erased', { date: fullDate(referral.erasedAt) })}</Locked>;
  }
  if (referral.personAccess === 'none') return <Locked>{t('person.closed')}</Locked>;
  const isWhole = referral.personAccess === 'full';
  return (
    <Locked
      action={
        <Button
          variant="default"
          loading={isReading}
          leftSection={<IconEye size={16} aria-hidden="true" />}
          onClick={() => void show()}
        >
          {t(isWhole ? 'person.show' : 'person.showRequest')}
        </Button>
      }
    >
      {t(isWhole ? 'person.recorded' : 'person.recordedRequest')}
    </Locked>
  );
}

function Locked({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.hidden}>
      <IconLock size={22} stroke={1.6} aria-hidden="true" />
      <p>{children}</p>
      {action}
    </div>
  );
}

function CorrectButton({ referral, reading: { person, show } }: PersonPanelProps) {
  const { t } = useTranslation('referrals');
  const { mayCorrect } = useCaseRights(referral);
  const [isOpen, setOpen] = useState(false);
  if (!mayCorrect || !person) return null;
  return (
    <div className={classes.actions}>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t('correct.action')}
      </Button>
      {isOpen && (
        <CorrectDialog
          referral={referral}
          person={person}
          onClose={() => setOpen(false)}
          onDone={() => void show()}
        />
      )}
    </div>
  );
}
