import { Button } from '@mantine/core';
import { type Association, readAssociation } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { Panel, QueryView } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { PlaceField } from '../sites/index.ts';
import { EditAssociationDialog } from './AssociationDialog.tsx';
import { BankAccountsPanel } from './BankAccountsPanel.tsx';
import { BoardPanel } from './BoardPanel.tsx';
import { ParticularsFacts } from './ParticularsFacts.tsx';
import classes from './ParticularsOfAssociation.module.css';
import { ProfileDialog } from './ProfileDialog.tsx';

type OfAssociation = { associationId: string };

/** Who it is, where it works, who leads it, and where its money is kept. */
export function ParticularsOfAssociation({ associationId }: OfAssociation) {
  const query = useApiQuery(readAssociation, { params: { associationId } });
  const can = useCan();
  return (
    <QueryView query={query}>
      {(association) => (
        <div className={classes.columns}>
          <ParticularsPanel association={association} />
          <div className={classes.side}>
            <SeatPanel association={association} />
            <BankAccountsPanel associationId={associationId} />
          </div>
          {can('registry:read') && (
            <div className={classes.whole}>
              <BoardPanel associationId={associationId} />
            </div>
          )}
        </div>
      )}
    </QueryView>
  );
}

function ParticularsPanel({ association }: { association: Association }) {
  const { t } = useTranslation('associations');
  const can = useCan();
  const [edited, edit] = useState<'declaration' | 'profile'>();
  const close = () => edit(undefined);
  const isKept = association.status !== 'dissolved' && association.status !== 'refused';
  return (
    <Panel
      title={t('particulars.title')}
      aside={
        isKept && (
          <>
            {can('association:manage') && (
              <Button size="xs" variant="default" onClick={() => edit('declaration')}>
                {t('particulars.editDeclaration')}
              </Button>
            )}
            {can('association:maintain') && (
              <Button size="xs" variant="light" onClick={() => edit('profile')}>
                {t('particulars.editProfile')}
              </Button>
            )}
          </>
        )
      }
    >
      <ParticularsFacts of={association} />
      {edited === 'declaration' && <EditAssociationDialog association={association} onClose={close} />}
      {edited === 'profile' && <ProfileDialog association={association} onClose={close} />}
    </Panel>
  );
}

function SeatPanel({ association: { seat } }: { association: Association }) {
  const { t } = useTranslation('associations');
  if (!seat) return null;
  return (
    <Panel title={t('seat.title')}>
      <PlaceField key={`${seat.lat} ${seat.lng}`} label={t('seat.map')} place={seat} />
    </Panel>
  );
}
