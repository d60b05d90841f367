import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../features/session/index.ts';
import { usePreferences } from '../shared/i18n/index.ts';
import classes from './DisplayOptions.module.css';

/** Digits, language and theme. */
export function DisplayOptions() {
  return (
    <>
      <DigitsSwitch />
      <LanguageSwitch />
      <ThemeSwitch />
    </>
  );
}

function DigitsSwitch() {
  const { t } = useTranslation();
  const digits = usePreferences((preferences) => preferences.digits);
  const setDigits = usePreferences((preferences) => preferences.setDigits);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, not fields of a form
    <div className={classes.digits} role="group" aria-label={t('shell.digits')}>
      <button type="button" aria-pressed={digits === 'latin'} onClick={() => setDigits('latin')}>
        {t('shell.latinDigits')}
      </button>
      <button type="button" aria-pressed={digits === 'arabic'} onClick={() => setDigits('arabic')}>
        {t('shell.arabicDigits')}
      </button>
    </div>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const language = usePreferences((preferences) => preferences.language);
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      lang={other}
      leftSection={<IconLanguage size={16} aria-hidden="true" />}
      onClick={() => chooseLanguage(other)}
    >
      {t('shell.otherLanguage')}
    </Button>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const isDark = scheme === 'dark';
  return (
    <ActionIcon
      size={36}
      aria-label={isDark ? t('shell.lightTheme') : t('shell.darkTheme')}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}
