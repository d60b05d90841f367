import { ActionIcon, Button, TextInput } from '@mantine/core';
import { LIMITS } from '@qafila/contract';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import classes from './DocumentsField.module.css';
import { faultOf } from './document-upload.ts';
import type { useDocumentTray, Waiting } from './use-document-tray.ts';
import { MEGABYTE, useFileSize } from './useFileSize.ts';

type Tray = ReturnType<typeof useDocumentTray>;

/** Files that were chosen: named, and then attached. */
export function DocumentTray({ tray, onAttach }: { tray: Tray; onAttach: () => void }) {
  const { t } = useTranslation('records');
  const { number } = useFormat();
  if (tray.waiting.length === 0) return null;
  return (
    <section className={classes.tray} aria-label={t('tray')}>
      <ul>
        {tray.waiting.map((it) => (
          <WaitingRow key={it.key} waiting={it} tray={tray} />
        ))}
      </ul>
      <Button size="sm" variant="light" loading={tray.isSending} onClick={onAttach}>
        {tray.waiting.length === 1 ? t('attach') : t('attachAll', { files: number(tray.waiting.length) })}
      </Button>
    </section>
  );
}

function WaitingRow({ waiting, tray }: { waiting: Waiting; tray: Tray }) {
  const { t } = useTranslation('records');
  const { percent } = useFormat();
  const sizeOf = useFileSize();
  const { key, file, name, share } = waiting;
  return (
    <li className={classes.waiting}>
      <TextInput
        label={t('name')}
        description={
          <>
            <bdi>{file.name}</bdi> · <bdi>{sizeOf(file.size)}</bdi>
          </>
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={name}
        maxLength={LIMITS.nameMax}
        disabled={share !== undefined}
        error={useFaultText(waiting)}
        onChange={(event) => tray.rename(key, event.currentTarget.value)}
      />
      {share === undefined ? (
        <ActionIcon size={44} aria-label={t('leaveOut', { name })} onClick={() => tray.leaveOut(key)}>
          <IconX size={18} />
        </ActionIcon>
      ) : (
        <span className={classes.progress} role="status">
          <progress value={share} max={1} aria-label={t('sending', { share: percent(share) })} />
        </span>
      )}
    </li>
  );
}

function useFaultText({ file, name, error }: Waiting): string | undefined {
  const { t } = useTranslation('records');
  const { number } = useFormat();
  const sizeOf = useFileSize();
  const problemText = useProblemText();
  const fault = faultOf(file, name);
  if (fault) return t(fault, { size: sizeOf(file.size), max: number(LIMITS.documentBytes / MEGABYTE) });
  return error === undefined ? undefined : problemText(error);
}
