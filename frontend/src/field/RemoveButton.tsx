import { useState } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import { useSpeech } from './context.ts';
import { Sheet } from './Sheet.tsx';

type RemoveButtonProps = { label: string; text: string; className?: string; onRemove: () => void };

/** Asks first: what is removed cannot be brought back. */
export function RemoveButton({ label, text, className, onRemove }: RemoveButtonProps) {
  const { say } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" {...{ className }} aria-label={label} onClick={() => setAsking(true)}>
        {text}
      </button>
      {isAsking && (
        <Sheet title={say('remove.title')} onClose={() => setAsking(false)}>
          <p>{label}</p>
          <div className={phone.pair}>
            <button type="button" className={phone.secondary} onClick={() => setAsking(false)}>
              {say('cancel')}
            </button>
            <button type="button" className={phone.primary} onClick={onRemove}>
              {say('finding.remove')}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}
