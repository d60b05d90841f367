import { useState } from 'react';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import { FiguresPanel } from './FiguresPanel.tsx';
import classes from './LiveMapScreen.module.css';
import { LiveStage } from './LiveStage.tsx';
import type { LiveScreenProps } from './live-screen-props.ts';
import { PhoneTabs, usePhoneView } from './PhoneTabs.tsx';
import { PlacesDialog } from './PlacesDialog.tsx';
import { useSelection } from './selection.ts';

/** Figures and lists beside the map on a desk; one or the other on a phone. */
export function LiveMapScreen(props: LiveScreenProps) {
  const { live } = props;
  const isPhone = useIsPhone();
  const [view, setView] = usePhoneView();
  const [selection, select] = useSelection();
  const [isListOpen, setListOpen] = useState(false);
  return (
    <div className={classes.screen}>
      {isPhone && <PhoneTabs view={view} onChange={setView} />}
      {(!isPhone || view === 'figures') && (
        <FiguresPanel
          {...props}
          selection={selection}
          gapCount={isPhone ? live.destinations.length : 4}
          onSelectConvoy={(id) => select({ kind: 'convoy', id })}
          onSelectSite={(id) => select({ kind: 'site', id })}
          onShowAll={() => setListOpen(true)}
        />
      )}
      {(!isPhone || view === 'map') && <LiveStage {...props} selection={selection} select={select} />}
      <PlacesDialog
        opened={isListOpen}
        onClose={() => setListOpen(false)}
        live={live}
        onSelect={(id) => select({ kind: 'site', id })}
      />
    </div>
  );
}
