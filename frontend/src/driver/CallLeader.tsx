import classes from '../phone/phone.module.css';
import { useSpeech } from './speech.ts';

export function CallLeader({ phone, name }: { phone: string; name: string }) {
  const { say } = useSpeech();
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={classes.secondary}>
      <span>{say('call')}</span>
      {name && <small>{name}</small>}
    </a>
  );
}
