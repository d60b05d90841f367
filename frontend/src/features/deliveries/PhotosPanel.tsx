import { TextInput } from '@mantine/core';
import { LIMITS, readWaybill, type Waybill } from '@qafila/contract';
import { IconCamera } from '@tabler/icons-react';
import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ErrorNotice, Panel } from '../../shared/ui/index.ts';
import { PhotoStrip } from './PhotoStrip.tsx';
import classes from './Photos.module.css';
import { sendPhoto, shrunk } from './send-photo.ts';

/** Proof of what arrived, kept with the waybill as soon as it is taken. */
export function PhotosPanel({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('deliveries');
  const [caption, setCaption] = useState('');
  const { send, share, error } = useSending(waybill.id);
  const isFull = waybill.photos.length >= LIMITS.photosPerWaybill;
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (file && (await send(file, caption))) setCaption('');
    input.value = '';
  };
  return (
    <Panel title={t('photos.title')} note={t('photos.note')}>
      {!isFull && (
        <TextInput
          label={t('photos.caption')}
          className={classes.caption ?? ''}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
          maxLength={LIMITS.nameMax}
        />
      )}
      <PhotoStrip photos={waybill.photos}>
        {share !== undefined && <Progress share={share} />}
        {share === undefined && !isFull && (
          <label className={classes.add}>
            <IconCamera size={22} aria-hidden="true" />
            {t('photos.add')}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              className="visually-hidden"
              onChange={(event) => void take(event)}
            />
          </label>
        )}
      </PhotoStrip>
      {isFull && <p>{t('photos.full', { max: LIMITS.photosPerWaybill })}</p>}
      {error !== undefined && <ErrorNotice error={error} />}
    </Panel>
  );
}

function Progress({ share }: { share: number }) {
  const { t } = useTranslation('deliveries');
  const { percent } = useFormat();
  const words = t('photos.uploading', { share: percent(share) });
  return (
    <div className={classes.progress} role="status">
      <progress value={share} max={1} aria-label={words} />
      {words}
    </div>
  );
}

function useSending(waybillId: string) {
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>();
  const send = async (file: File, caption: string): Promise<boolean> => {
    setError(undefined);
    setShare(0);
    try {
      await sendPhoto({ waybillId, caption, image: await shrunk(file), onProgress: setShare });
      await queryClient.invalidateQueries({ queryKey: keyOf(readWaybill, { params: { waybillId } }) });
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    } finally {
      setShare(undefined);
    }
  };
  return { send, share, error };
}
