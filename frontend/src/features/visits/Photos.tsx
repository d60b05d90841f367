import type { VisitPhoto } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { hrefOfDocument } from '../../shared/ui/records/index.ts';
import classes from './Photos.module.css';

/** Pictures beside an answer; each opens to be saved. */
export function Photos({ photos }: { photos: readonly VisitPhoto[] }) {
  const { t } = useTranslation('visits');
  const { fullDateTime } = useFormat();
  return (
    <ul className={classes.photos}>
      {photos.map((photo) => {
        const label = t('photo', { name: photo.byName, at: fullDateTime(photo.at) });
        return (
          <li key={photo.id}>
            <a href={hrefOfDocument(photo.document)} download>
              <img src={hrefOfDocument(photo.document)} alt={label} loading="lazy" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
