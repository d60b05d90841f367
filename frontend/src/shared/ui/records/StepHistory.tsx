import type { DocumentRef } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';
import { EmptyNote } from '../EmptyState.tsx';
import { DocumentList } from './DocumentList.tsx';
import classes from './StepHistory.module.css';

/** One step of a thing's life, in words. */
export type HistoryStep = {
  readonly key: string;
  readonly at: string;
  /** Null for what happened by itself. */
  readonly who: string | null;
  readonly what: string;
  /** The states it went between, in words. */
  readonly fromTo?: { readonly from: string; readonly to: string } | undefined;
  readonly note?: string | undefined;
  readonly documents?: readonly DocumentRef[] | undefined;
};

type StepHistoryProps = {
  /** In the order in which they are to be read. */
  steps: readonly HistoryStep[];
  /** What is said where nothing has happened yet. */
  empty?: string;
  /** As for `DocumentList`. */
  hrefOf?: ((document: DocumentRef) => string) | null;
};

/** What happened to it: who, when, from what to what, why, and with which papers. */
export function StepHistory({ steps, empty, hrefOf }: StepHistoryProps) {
  const { t } = useTranslation('records');
  const { fullDateTime } = useFormat();
  if (steps.length === 0 && empty) return <EmptyNote title={empty} />;
  return (
    <ol className={classes.steps}>
      {steps.map(({ key, at, who, what, fromTo, note, documents = [] }) => (
        <li key={key}>
          <strong>{what}</strong>
          <small>
            <bdi>{who ?? t('system')}</bdi> · <time dateTime={at}>{fullDateTime(at)}</time>
            {fromTo && ` · ${t('fromTo', fromTo)}`}
          </small>
          {note && (
            <p>
              <bdi>{note}</bdi>
            </p>
          )}
          {documents.length > 0 && (
            <DocumentList documents={documents} {...(hrefOf !== undefined && { hrefOf })} />
          )}
        </li>
      ))}
    </ol>
  );
}
