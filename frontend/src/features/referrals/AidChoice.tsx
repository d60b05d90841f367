import { Input } from '@mantine/core';
import { AidCadence, AidKind, type AidOffer } from '@qafila/contract';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAidWord } from '../../shared/ui/records/index.ts';
import classes from './AidChoice.module.css';
import { CadenceWord, KIND_ICONS } from './AidMark.tsx';

type AidChoiceProps = {
  value: AidOffer | null;
  onChange: (offer: AidOffer) => void;
  id?: string;
  error?: ReactNode;
};

/** One of the six kinds of help: a row for how often, a card for what. */
export function AidChoice({ value, onChange, id, error }: AidChoiceProps) {
  const { t } = useTranslation('referrals');
  const group = useId();
  return (
    <fieldset className={classes.choice} id={id} tabIndex={-1}>
      <legend>{t('new.aid')}</legend>
      {AidCadence.options.map((cadence) => (
        <div key={cadence} className={classes.row}>
          <div className={classes.cadence}>
            <CadenceWord cadence={cadence} />
            <small>{t(`aid.cadenceText.${cadence}`)}</small>
          </div>
          {AidKind.options.map((kind) => (
            <Card
              key={kind}
              group={group}
              offer={{ kind, cadence }}
              isChosen={value?.kind === kind && value.cadence === cadence}
              onChoose={onChange}
            />
          ))}
        </div>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
    </fieldset>
  );
}

type CardProps = {
  group: string;
  offer: AidOffer;
  isChosen: boolean;
  onChoose: (offer: AidOffer) => void;
};

function Card({ group, offer, isChosen, onChoose }: CardProps) {
  const { t } = useTranslation('referrals');
  const { aid } = useAidWord();
  const Icon = KIND_ICONS[offer.kind];
  return (
    <label className={classes.card}>
      <input
        type="radio"
        className="visually-hidden"
        name={group}
        value={`${offer.cadence}.${offer.kind}`}
        checked={isChosen}
        onChange={() => onChoose(offer)}
        aria-label={aid(offer)}
      />
      <Icon size={26} stroke={1.6} aria-hidden="true" />
      <span>
        <b>{t(`aid.kind.${offer.kind}`)}</b>
        <small>{t(`aid.kindText.${offer.kind}`)}</small>
      </span>
    </label>
  );
}
