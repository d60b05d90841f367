import { type Photo, readPhoto } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import classes from './Photos.module.css';

/** Photos as small pictures; each opens whole in a window of its own. */
export function PhotoStrip({ photos, children }: { photos: readonly Photo[]; children?: ReactNode }) {
  const { t } = useTranslation('deliveries');
  const { time } = useFormat();
  return (
    <div className={classes.strip}>
      {photos.map((photo) => {
        const src = addressOf(readPhoto, { params: { photoId: photo.id } });
        const caption = photo.caption || t('photos.untitled', { time: time(photo.takenAt) });
        return (
          <figure key={photo.id} className={classes.photo}>
            <a
              href={src}
              target="_blank"
              rel="noreferrer"
              aria-label={`${t('photos.openNew', { caption })} (${t('page.opensNewWindow')})`}
            >
              <img src={src} alt="" width={photo.widthPx} height={photo.heightPx} loading="lazy" />
            </a>
            <figcaption>
              {caption}
              {photo.caption && ` · ${time(photo.takenAt)}`}
            </figcaption>
          </figure>
        );
      })}
      {children}
    </div>
  );
}
