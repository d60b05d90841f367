import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type Digits, type Language, usePreferences, useWord } from '../../shared/i18n/index.ts';
import { Code, ConfirmButton, PageHead, Panel } from '../../shared/ui/index.ts';
import classes from './AccountPage.module.css';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { chooseLanguage } from './language.ts';
import { leave, useUser } from './session.ts';

export function AccountPage() {
  const { t } = useTranslation('session');
  return (
    <>
      <PageHead title={t('account.title')} />
      <div className={classes.columns}>
        <WhoPanel />
        <Panel title={t('account.changePassword')}>
          <ChangePasswordForm />
        </Panel>
        <DisplayPanel />
      </div>
    </>
  );
}

function WhoPanel() {
  const { t } = useTranslation('session');
  const { name } = useFormat();
  const word = useWord();
  const user = useUser();
  return (
    <Panel title={user.name}>
      <dl className={classes.facts}>
        <dt>{t('email')}</dt>
        <dd>
          <Code>{user.email}</Code>
        </dd>
        <dt>{t('role')}</dt>
        <dd>{word.role(user.role)}</dd>
        {user.association && (
          <>
            <dt>{t('association')}</dt>
            <dd>{name(user.association)}</dd>
          </>
        )}
      </dl>
      <Button.Group>
        <Button variant="default" onClick={() => void leave('here')}>
          {t('shell.signOut')}
        </Button>
        <ConfirmButton
          label={t('shell.signOutEverywhere')}
          button={{ variant: 'default' }}
          title={t('shell.signOutEverywhere')}
          message={t('account.everywhereText')}
          confirmLabel={t('shell.signOutEverywhere')}
          danger
          onConfirm={() => leave('everywhere')}
        />
      </Button.Group>
    </Panel>
  );
}

function DisplayPanel() {
  const { t } = useTranslation('session');
  const { language, digits, setDigits } = usePreferences();
  return (
    <Panel title={t('account.display')}>
      <div className={classes.choices}>
        <div className={classes.choice}>
          <span>{t('account.language')}</span>
          <SegmentedControl
            aria-label={t('account.language')}
            value={language}
            onChange={(chosen) => chooseLanguage(chosen as Language)}
            data={[
              { value: 'ar', label: t('account.arabic') },
              { value: 'en', label: t('account.english') },
            ]}
          />
        </div>
        <div className={classes.choice}>
          <span>{t('shell.digits')}</span>
          <SegmentedControl
            aria-label={t('shell.digits')}
            value={digits}
            onChange={(chosen) => setDigits(chosen as Digits)}
            data={[
              { value: 'latin', label: t('shell.latinDigits') },
              { value: 'arabic', label: t('shell.arabicDigits') },
            ]}
          />
        </div>
      </div>
    </Panel>
  );
}
