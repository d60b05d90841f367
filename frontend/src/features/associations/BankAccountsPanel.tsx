import { Button } from '@mantine/core';
import { type BankAccount, listBankAccounts, removeBankAccount } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { Code, ConfirmButton, EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { BankAccountDialog } from './BankAccountDialog.tsx';
import classes from './BankAccountsPanel.module.css';
import { useSaved } from './use-saved.ts';

/** Where its money is kept; the numbers only to itself and to officials. */
export function BankAccountsPanel({ associationId }: { associationId: string }) {
  const { t } = useTranslation('associations');
  const canMaintain = useCan()('association:maintain');
  const query = useApiQuery(listBankAccounts, { params: { associationId } });
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      flush
      title={t('bank.title')}
      aside={
        canMaintain && (
          <Button size="xs" variant="light" onClick={() => setAdding(true)}>
            {t('bank.add')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(accounts) =>
          accounts.length > 0 ? (
            <ul className={classes.accounts}>
              {accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  associationId={associationId}
                  account={account}
                  canRemove={canMaintain}
                />
              ))}
            </ul>
          ) : (
            <EmptyNote title={t('bank.empty')} />
          )
        }
      </QueryView>
      {isAdding && <BankAccountDialog associationId={associationId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

type AccountRowProps = { associationId: string; account: BankAccount; canRemove: boolean };

function AccountRow({ associationId, account, canRemove }: AccountRowProps) {
  const { t } = useTranslation('associations');
  const remove = useApiMutation(removeBankAccount);
  const saved = useSaved(() => undefined);
  const { id, bankName, holder, number, lastFour } = account;
  return (
    <li className={classes.account}>
      <div>
        <strong>{bankName}</strong>
        <span>{holder}</span>
        {number === null ? (
          <span>
            <Code muted>{`•••• ${lastFour}`}</Code> <small>{t('bank.masked')}</small>
          </span>
        ) : (
          <Code>{grouped(number)}</Code>
        )}
      </div>
      {canRemove && (
        <ConfirmButton
          label={t('action.remove')}
          button={{ size: 'compact-sm', variant: 'subtle', color: 'gray' }}
          title={t('bank.remove')}
          message={t('bank.removeText', { bank: bankName })}
          confirmLabel={t('bank.remove')}
          danger
          onConfirm={async () => {
            await remove.mutateAsync({ params: { associationId, bankAccountId: id } });
            await saved();
          }}
        />
      )}
    </li>
  );
}

/** In fours, as it stands on paper. */
function grouped(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
