import { ActionIcon } from '@mantine/core';
import { type DocumentRef, readDocument } from '@qafila/contract';
import { IconFileText, IconPhoto, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/index.ts';
import classes from './DocumentList.module.css';
import { useFileSize } from './useFileSize.ts';

type DocumentListProps = {
  documents: readonly DocumentRef[];
  /** Where one is saved from; null where the reader has no way to it. */
  hrefOf?: ((document: DocumentRef) => string) | null;
  onRemove?: (document: DocumentRef) => void;
};

/** Where a document in an association’s file is saved from. */
export const hrefOfDocument = ({ id }: DocumentRef): string =>
  addressOf(readDocument, { params: { documentId: id } });

/** Papers by name, kind and size, each to be saved. */
export function DocumentList({ documents, hrefOf = hrefOfDocument, onRemove }: DocumentListProps) {
  const { t } = useTranslation('records');
  return (
    <ul className={classes.list} aria-label={t('list')}>
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentName document={document} href={hrefOf?.(document)} />
          {onRemove && (
            <ActionIcon
              size={36}
              aria-label={t('remove', { name: document.name })}
              onClick={() => onRemove(document)}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One paper in a line of text or a cell. */
export function DocumentName({ document, href }: { document: DocumentRef; href?: string | undefined }) {
  const { t } = useTranslation('records');
  const sizeOf = useFileSize();
  const isPicture = document.mediaType !== 'application/pdf';
  const Icon = isPicture ? IconPhoto : IconFileText;
  return (
    <span className={classes.document}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <span>
        {href ? (
          <a href={href} download aria-label={t('download', { name: document.name })}>
            {document.name}
          </a>
        ) : (
          document.name
        )}{' '}
        <small>
          <bdi>{t(isPicture ? 'picture' : 'pdf')}</bdi> · <bdi>{sizeOf(document.byteLength)}</bdi>
        </small>
      </span>
    </span>
  );
}
