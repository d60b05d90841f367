import phone from '../phone/phone.module.css';
import { useSpeech } from './context.ts';
import classes from './field.module.css';
import type { FieldVisit } from './steps.ts';

/** When, where, why, and whom to call. */
export function VisitFacts({ visit }: { visit: FieldVisit }) {
  const { name, say, when } = useSpeech();
  const { place, contactName, contactPhone } = visit;
  const label = place.label || name(visit.association);
  const at = `${place.at.lat},${place.at.lng}`;
  return (
    <section className={classes.facts}>
      <p className={classes.when}>{say('planned', { when: when(visit.plannedFor) })}</p>
      {!visit.isAnnounced && visit.status === 'planned' && (
        <p className={classes.warning}>{say('unannounced')}</p>
      )}
      <dl>
        <div>
          <dt>{say('purpose')}</dt>
          <dd>
            <bdi>{visit.purpose}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say('place')}</dt>
          <dd>
            <bdi>{place.label || say('place.seat')}</bdi>
            {place.isApproximate && <small>{say('place.approximate')}</small>}
          </dd>
        </div>
        {(contactName || contactPhone) && (
          <div>
            <dt>{say('contact')}</dt>
            <dd>
              <bdi>{contactName}</bdi> <bdi dir="ltr">{contactPhone}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <div className={classes.ways}>
        <a href={`geo:${at}?q=${at}(${encodeURIComponent(label)})`} className={phone.secondary}>
          {say('navigate')}
        </a>
        {contactPhone && (
          <a href={`tel:${contactPhone.replace(/[^\d+]/g, '')}`} className={phone.secondary}>
            {say('call')}
          </a>
        )}
      </div>
    </section>
  );
}
