import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/ui/index.ts';
import classes from './PhoneTabs.module.css';
import { VIEW_PARAM } from './selection.ts';

const PHONE_VIEWS = ['map', 'figures'] as const;
export type PhoneView = (typeof PHONE_VIEWS)[number];

/** Which half of the screen a phone shows; in the address. */
export function usePhoneView(): [PhoneView, (view: PhoneView) => void] {
  const [view, setView] = useUrlState<PhoneView>(VIEW_PARAM, 'map');
  return [PHONE_VIEWS.includes(view) ? view : 'map', setView];
}

type PhoneTabsProps = { view: PhoneView; onChange: (view: PhoneView) => void };

export function PhoneTabs({ view, onChange }: PhoneTabsProps) {
  const { t } = useTranslation('live-map');
  return (
    <div className={classes.tabs}>
      <SegmentedControl<PhoneView>
        fullWidth
        size="md"
        aria-label={t('views.label')}
        value={view}
        onChange={onChange}
        data={PHONE_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
    </div>
  );
}
