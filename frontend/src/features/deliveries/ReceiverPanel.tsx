import { Textarea, TextInput } from '@mantine/core';
import { LIMITS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { DateTimeInput, Panel, SignaturePad } from '../../shared/ui/index.ts';
import classes from './SettleForm.module.css';
import type { DraftState } from './use-draft.ts';

type ReceiverPanelProps = {
  state: DraftState;
  unloadingStartedAt: string | null;
  /** Why the server did not take the time. */
  timeError: string | undefined;
};

/** Who takes the goods over, with their hand under it. */
export function ReceiverPanel({ state, unloadingStartedAt, timeError }: ReceiverPanelProps) {
  const { t } = useTranslation('deliveries');
  const { draft, set } = state;
  return (
    <Panel title={t('receiver.title')}>
      <div className={classes.fields}>
        <TextInput
          label={t('receiver.name')}
          value={draft.receiverName}
          onChange={(event) => set({ receiverName: event.currentTarget.value })}
          maxLength={LIMITS.nameMax}
          autoComplete="off"
          required
        />
        <TextInput
          label={t('receiver.role')}
          value={draft.receiverRole}
          onChange={(event) => set({ receiverRole: event.currentTarget.value })}
          maxLength={LIMITS.nameMax}
          autoComplete="off"
        />
      </div>
      <div className={classes.stack}>
        <SignaturePad
          label={t('receiver.signature')}
          value={draft.signature}
          onChange={(signature) => set({ signature })}
        />
        <DateTimeInput
          label={t('receiver.unloadingStartedAt')}
          value={unloadingStartedAt}
          onChange={(at) => set({ unloadingStartedAt: at })}
          error={timeError}
        />
        <Textarea
          label={t('receiver.remarks')}
          value={draft.remarks}
          onChange={(event) => set({ remarks: event.currentTarget.value })}
          maxLength={LIMITS.noteMax}
          autosize
          minRows={2}
        />
      </div>
    </Panel>
  );
}
