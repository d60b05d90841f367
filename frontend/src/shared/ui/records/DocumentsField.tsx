import { Input } from '@mantine/core';
import { type DocumentRef, LIMITS } from '@qafila/contract';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type ChangeEvent, type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';
import { DocumentList } from './DocumentList.tsx';
import classes from './DocumentsField.module.css';
import { DocumentTray } from './DocumentTray.tsx';
import { ACCEPTED_TYPES, type UploadDocument } from './document-upload.ts';
import { useDocumentTray } from './use-document-tray.ts';
import { MEGABYTE } from './useFileSize.ts';

type DocumentsFieldProps = {
  label: string;
  description?: ReactNode;
  required?: boolean;
  error?: ReactNode;
  /** Where the summary of faults leads to. */
  id?: string;
  /** What is attached. */
  value?: readonly DocumentRef[];
  onChange: (documents: DocumentRef[]) => void;
  /** `uploadTo(associationId, purpose)`, or the way of those who have no session. */
  upload: UploadDocument;
  max?: number;
  /** Documents that cannot be opened here: the name alone is shown. */
  hrefOf?: ((document: DocumentRef) => string) | null;
};

/**
 * Papers that go with a step: chosen, photographed or dragged here, named, attached one by one. The form around it
 * sends only when everything chosen is attached: sending it attaches what still waits first.
 */
export function DocumentsField(props: DocumentsFieldProps) {
  const { label, description, required = false, error, value = [], onChange, upload } = props;
  const { max = LIMITS.documentsPerStep, hrefOf } = props;
  const { t } = useTranslation('records');
  const { number } = useFormat();
  const made = useId();
  const id = props.id ?? made;
  const tray = useDocumentTray({ documents: value, onChange, upload, max });
  const box = useAttachBeforeSending(tray);
  const isFull = value.length + tray.waiting.length >= max;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelElement="div"
      description={description}
      required={required}
      error={error}
    >
      <div ref={box} className={classes.field} data-error={error ? true : undefined}>
        {value.length > 0 && (
          <DocumentList
            documents={value}
            {...(hrefOf !== undefined && { hrefOf })}
            onRemove={(removed) => onChange(value.filter((it) => it.id !== removed.id))}
          />
        )}
        <DocumentTray tray={tray} onAttach={() => void tray.attach()} />
        {isFull ? (
          <p className={classes.rule}>{t('full', { max: number(max) })}</p>
        ) : (
          <ChooseFiles id={id} label={label} isWrong={Boolean(error)} onFiles={tray.add} />
        )}
      </div>
    </Input.Wrapper>
  );
}

type ChooseFilesProps = {
  id: string;
  label: string;
  isWrong: boolean;
  onFiles: (files: Iterable<File>) => void;
};

function ChooseFiles({ id, label, isWrong, onFiles }: ChooseFilesProps) {
  const { t } = useTranslation('records');
  const { number } = useFormat();
  const [isOver, setOver] = useState(false);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(event.currentTarget.files ?? []);
    event.currentTarget.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one more way to what the buttons do
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className={classes.choose}>
        <IconPaperclip size={18} aria-hidden="true" />
        <span className="visually-hidden">{label}: </span>
        {t('choose')}
        <input
          id={id}
          type="file"
          multiple
          accept={ACCEPTED_TYPES}
          className="visually-hidden"
          {...(isWrong && { 'aria-describedby': `${id}-error` })}
          onChange={choose}
        />
      </label>
      <label className={classes.choose} data-camera>
        <IconCamera size={18} aria-hidden="true" />
        <span className="visually-hidden">{label}: </span>
        {t('take')}
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          className="visually-hidden"
          onChange={choose}
        />
      </label>
      <span className={classes.rule}>
        <span data-mouse>{t('drop')} · </span>
        {t('rule', { max: number(LIMITS.documentBytes / MEGABYTE) })}
      </span>
    </div>
  );
}

/** Nobody’s paper is left behind: the form is held, what waits is attached, and then the form goes on its way. */
function useAttachBeforeSending({ waiting, attach, isSending }: ReturnType<typeof useDocumentTray>) {
  const box = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(
    function holdForm() {
      const form = box.current?.closest('form');
      if (!form || waiting.length === 0) return;
      const hold = (event: Event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (isSending) return;
        void attach().then((isDone) => {
          setHeld(isDone);
          if (!isDone) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        });
      };
      form.addEventListener('submit', hold, { capture: true });
      return () => form.removeEventListener('submit', hold, { capture: true });
    },
    [waiting, attach, isSending],
  );
  useEffect(
    function sendForm() {
      if (!isHeld || waiting.length > 0) return;
      setHeld(false);
      box.current?.closest('form')?.requestSubmit();
    },
    [isHeld, waiting],
  );
  return box;
}
