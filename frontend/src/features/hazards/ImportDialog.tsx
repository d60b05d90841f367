import { Button, FileButton, Textarea } from '@mantine/core';
import { type HazardImport, importHazards } from '@qafila/contract';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../shared/api/index.ts';
import { DateTimeInput, Dialog, DialogActions, ErrorNotice, notifyDone } from '../../shared/ui/index.ts';
import classes from './ImportDialog.module.css';
import { ImportPreview } from './ImportPreview.tsx';
import { decodeText } from './import-file.ts';
import { readAgain } from './use-hazards.ts';

type Source = { text: string; validTo: string | null };

const DAY_MS = 86_400_000;
/** What a text field shows without growing slow; the whole is imported. */
const SHOWN_CHARS = 20_000;

/** A file or pasted text; first what would come of it, then the import. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('hazards');
  return (
    <Dialog opened onClose={onClose} title={t('import.title')} size={760}>
      <ImportForm onClose={onClose} />
    </Dialog>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('hazards');
  const [source, setSource] = useState<Source>(() => ({
    text: '',
    validTo: new Date(Date.now() + DAY_MS).toISOString(),
  }));
  const [preview, setPreview] = useState<HazardImport>();
  const { mutateAsync, isPending, error } = useApiMutation(importHazards);
  const change = (next: Partial<Source>) => {
    setSource({ ...source, ...next });
    setPreview(undefined);
  };
  const send = (dryRun: boolean) =>
    mutateAsync({
      body: { text: source.text, dryRun, ...(source.validTo && { validTo: source.validTo }) },
    });
  const finish = async () => {
    const { added } = await send(false);
    notifyDone(t('import.done', { count: added }));
    onClose();
    await readAgain();
  };
  const canImport = preview !== undefined && preview.added + preview.ended > 0;
  const run = (work: () => Promise<unknown>) => () => void work().catch(() => undefined);
  return (
    <div className={classes.form}>
      <SourceFields source={source} onChange={change} />
      {error && <ErrorNotice error={error} />}
      {preview && <ImportPreview preview={preview} />}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        {canImport ? (
          <Button loading={isPending} onClick={run(finish)}>
            {t('import.confirm', { count: preview.added })}
          </Button>
        ) : (
          <Button
            loading={isPending}
            disabled={source.text.trim() === ''}
            onClick={run(async () => setPreview(await send(true)))}
          >
            {t('import.preview')}
          </Button>
        )}
      </DialogActions>
    </div>
  );
}

type SourceFieldsProps = { source: Source; onChange: (next: Partial<Source>) => void };

function SourceFields({ source: { text, validTo }, onChange }: SourceFieldsProps) {
  const { t } = useTranslation('hazards');
  const isLong = text.length > SHOWN_CHARS;
  const take = async (file: File | null) => {
    if (file) onChange({ text: decodeText(new Uint8Array(await file.arrayBuffer())) });
  };
  return (
    <>
      <p className={classes.hint}>{t('import.hint')}</p>
      <div>
        <FileButton onChange={(file) => void take(file)} accept=".csv,.json,.geojson,.xml,.cap,.txt">
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileUpload size={16} aria-hidden="true" />}
            >
              {t('import.file')}
            </Button>
          )}
        </FileButton>
      </div>
      <Textarea
        label={t('import.text')}
        value={isLong ? text.slice(0, SHOWN_CHARS) : text}
        {...(isLong && { description: t('import.cut') })}
        readOnly={isLong}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        rows={7}
        dir="ltr"
        spellCheck={false}
        classNames={{ input: classes.text ?? '' }}
      />
      <DateTimeInput
        label={t('import.validTo')}
        description={t('import.validToHint')}
        value={validTo}
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        onChange={(next) => onChange({ validTo: next })}
      />
    </>
  );
}
