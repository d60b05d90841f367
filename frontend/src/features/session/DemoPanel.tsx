import { Button } from '@mantine/core';
import { type Role, signIn } from '@qafila/contract';
import { Trans, useTranslation } from 'react-i18next';
import { useApiMutation } from '../../shared/api/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Code, ErrorNotice } from '../../shared/ui/index.ts';
import classes from './DemoPanel.module.css';
import { enterAs } from './session.ts';

type DemoPanelProps = {
  logins: readonly { email: string; role: Role; name: string }[];
  password: string;
};

/** A server with demo data says so, and lets anyone in as any of its invented people. */
export function DemoPanel({ logins, password }: DemoPanelProps) {
  const { t } = useTranslation('session');
  const word = useWord();
  const enter = useApiMutation(signIn, { onSuccess: enterAs });
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p>
        <Trans
          t={t}
          i18nKey="demo.text"
          values={{ password }}
          components={{ code: <Code>{password}</Code> }}
        />
      </p>
      {enter.error && <ErrorNotice error={enter.error} />}
      <ul>
        {logins.map(({ email, role, name }) => (
          <li key={email} className={classes.row}>
            <span>
              <strong>{word.role(role)}</strong> <small>{name}</small>
            </span>
            <small>
              {t(`demo.can.${role}`)} · <Code muted>{email}</Code>
            </small>
            <Button
              size="xs"
              variant="default"
              aria-label={t('demo.enterAs', { name })}
              loading={enter.isPending && enter.variables.body.email === email}
              onClick={() => enter.mutate({ body: { email, password } })}
            >
              {t('signIn.enter')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
