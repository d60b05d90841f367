import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, FormGrid, FormShell } from '../../shared/ui/index.ts';
import classes from './ApplyPage.module.css';
import type { Key } from './application-key.ts';

type KeyFormProps = { onEnter: (key: Key) => void; refused?: Key; error?: unknown };

/** The reference and the secret as they were noted down. */
export function KeyForm({ onEnter, refused, error }: KeyFormProps) {
  const { t } = useTranslation('applications');
  const [reference, setReference] = useState(refused?.reference ?? '');
  const [secret, setSecret] = useState('');
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (reference.trim() && secret.trim()) onEnter({ reference: reference.trim(), secret: secret.trim() });
  };
  return (
    <FormShell onSubmit={enter}>
      <p className={classes.lead}>{t('status.lead')}</p>
      {error !== undefined && <ErrorNotice error={error} />}
      <FormGrid>
        <TextInput
          label={t('key.reference')}
          placeholder={t('key.example')}
          dir="ltr"
          required
          autoComplete="off"
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <TextInput
          label={t('key.secret')}
          dir="ltr"
          required
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      </FormGrid>
      <div>
        <Button type="submit" disabled={!reference.trim() || !secret.trim()}>
          {t('status.open')}
        </Button>
      </div>
    </FormShell>
  );
}
