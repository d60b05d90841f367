import { Button } from '@mantine/core';
import {
  APPLICATION_KEY_HEADER,
  type Application,
  ApplicationDocumentKind,
  addApplicationDocument,
  type DocumentRef,
  LIMITS,
  removeApplicationDocument,
} from '@qafila/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/index.ts';
import { sendFile } from '../../shared/api/send-file.ts';
import { ErrorNotice, FormShell } from '../../shared/ui/index.ts';
import { DocumentsField, type Upload } from '../../shared/ui/records/index.ts';
import { headerOf, type Key } from './application-key.ts';
import { takeApplication } from './use-application.ts';

type DocumentsStepProps = { application: Application; of: Key; onNext: () => void };

/** The papers of the application, each kind in a place of its own. */
export function DocumentsStep({ application, of, onNext }: DocumentsStepProps) {
  const { t } = useTranslation('applications');
  const { upload, keepOnly, error } = useApplicationDocuments(application, of);
  const room = LIMITS.documentsPerApplication - application.documents.length;
  return (
    <FormShell
      label={t('stepTitle.documents')}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      {error !== undefined && <ErrorNotice error={error} />}
      {ApplicationDocumentKind.options.map((kind) => {
        const ofKind = application.documents.filter((it) => it.kind === kind);
        return (
          <DocumentsField
            key={kind}
            label={t(`document.${kind}`)}
            description={t(`documentHint.${kind}`)}
            required={kind === 'statutes' || kind === 'founding_minutes' || kind === 'premises'}
            value={ofKind}
            max={ofKind.length + room}
            upload={(it) => upload(kind, it)}
            onChange={(kept) => void keepOnly(ofKind, kept)}
            hrefOf={null}
          />
        );
      })}
      <div>
        <Button type="submit">{t('next')}</Button>
      </div>
    </FormShell>
  );
}

function useApplicationDocuments(application: Application, of: Key) {
  const [error, setError] = useState<unknown>();
  const known = useRef(new Set<string>());
  known.current = new Set([...known.current, ...application.documents.map(({ id }) => id)]);

  const upload = async (
    kind: ApplicationDocumentKind,
    { name, ...sending }: Upload,
  ): Promise<DocumentRef> => {
    const headers = { [APPLICATION_KEY_HEADER]: headerOf(of) };
    const answer = await sendFile(addApplicationDocument, { query: { name, kind } }, { ...sending, headers });
    takeApplication(of, answer);
    const added = answer.documents.find(({ id }) => !known.current.has(id)) ?? answer.documents.at(-1);
    if (!added) throw new Error('The answer lacks the document that was added.');
    known.current.add(added.id);
    return added;
  };

  /** What was added is in the application already; only what is taken out has to be said. */
  const keepOnly = async (before: readonly DocumentRef[], kept: readonly DocumentRef[]) => {
    setError(undefined);
    try {
      for (const { id } of before.filter((it) => !kept.some((other) => other.id === it.id))) {
        const params = { documentId: id };
        takeApplication(of, await call(removeApplicationDocument, { params, applicant: headerOf(of) }));
      }
    } catch (refusal) {
      setError(refusal);
    }
  };

  return { upload, keepOnly, error };
}
