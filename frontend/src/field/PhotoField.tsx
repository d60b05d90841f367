import { LIMITS, type VisitQuestion } from '@qafila/contract';
import { useEffect, useState } from 'preact/hooks';
import { useSpeech, useVisiting } from './context.ts';
import classes from './field.module.css';
import { scaledDown } from './picture.ts';
import { RemoveButton } from './RemoveButton.tsx';
import type { FieldVisit } from './steps.ts';

/** Pictures of one question: those on the server, those on the phone, and the camera. */
export function PhotoField({ question, visit }: { question: VisitQuestion; visit: FieldVisit }) {
  const { say } = useSpeech();
  const sent = visit.photos.filter(({ questionId }) => questionId === question.id);
  const taken = visit.taken.filter(({ questionId }) => questionId === question.id);
  const count = sent.length + taken.length;
  return (
    <div className={classes.photos}>
      {sent.map(({ id, document }, index) => (
        <Picture
          key={id}
          {...{ visit, photoId: id, number: index + 1, src: `/api/v1/documents/${document.id}` }}
          isSent
        />
      ))}
      {taken.map(({ photoId, image }, index) => (
        <TakenPicture key={photoId} {...{ visit, photoId, image, number: sent.length + index + 1 }} />
      ))}
      {count < LIMITS.photosPerQuestion ? (
        <Camera question={question} visitId={visit.id} />
      ) : (
        <p className={classes.hint}>{say('photo.full')}</p>
      )}
    </div>
  );
}

type PictureProps = { visit: FieldVisit; photoId: string; number: number; src: string; isSent?: boolean };

function TakenPicture({ image, ...picture }: Omit<PictureProps, 'src' | 'isSent'> & { image: Blob }) {
  const [src, setSrc] = useState('');
  useEffect(
    function show() {
      const address = URL.createObjectURL(image);
      setSrc(address);
      return () => URL.revokeObjectURL(address);
    },
    [image],
  );
  return <Picture {...picture} src={src} />;
}

function Picture({ visit, photoId, number, src, isSent = false }: PictureProps) {
  const speech = useSpeech();
  const visiting = useVisiting();
  const shown = { number: speech.number(number) };
  return (
    <figure>
      {src && (
        <img src={src} alt={speech.say(isSent ? 'photo.sent' : 'photo.waiting', shown)} loading="lazy" />
      )}
      <RemoveButton
        className={classes.removePhoto}
        label={speech.say('photo.remove', shown)}
        text="×"
        onRemove={() => void visiting.removePhoto(visit.id, photoId)}
      />
    </figure>
  );
}

function Camera({ question, visitId }: { question: VisitQuestion; visitId: string }) {
  const { inLanguage, say } = useSpeech();
  const visiting = useVisiting();
  const [state, setState] = useState<'ready' | 'working' | 'unreadable'>('ready');
  const take = async (file: File) => {
    setState('working');
    try {
      await visiting.addPhoto(visitId, question.id, await scaledDown(file));
      setState('ready');
    } catch {
      setState('unreadable');
    }
  };
  return (
    <>
      <label className={classes.camera} data-main={question.kind === 'photo'}>
        {say(state === 'working' ? 'photo.working' : 'photo.add')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={state === 'working'}
          aria-label={`${say('photo.add')}: ${inLanguage(question.textAr, question.textEn)}`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void take(file);
          }}
        />
      </label>
      {state === 'unreadable' && (
        <p className={classes.fault} role="alert">
          {say('photo.unreadable')}
        </p>
      )}
    </>
  );
}
