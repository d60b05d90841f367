import classes from './phone.module.css';
import type { Preferences } from './preferences.ts';

type PreferenceBarProps = {
  say: (key: 'language' | 'digits', values?: { sample: string }) => string;
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
};

export function PreferenceBar({ say, preferences, onChange }: PreferenceBarProps) {
  const { language, digits } = preferences;
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <footer className={classes.preferences}>
      <button type="button" lang={other} onClick={() => onChange({ ...preferences, language: other })}>
        {say('language')}
      </button>
      <button
        type="button"
        onClick={() => onChange({ ...preferences, digits: digits === 'latin' ? 'arabic' : 'latin' })}
      >
        {say('digits', { sample: digits === 'latin' ? '١٢٣' : '123' })}
      </button>
    </footer>
  );
}
