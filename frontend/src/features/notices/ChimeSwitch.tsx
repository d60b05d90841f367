import { Button } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isChimeOn, setChime } from '../notice-bell/index.ts';

/** Whether this device sounds for what is urgent. */
export function ChimeSwitch() {
  const { t } = useTranslation('notices');
  const [isOn, setOn] = useState(isChimeOn);
  const change = () => {
    setChime(!isOn);
    setOn(!isOn);
  };
  return (
    <Button
      variant="default"
      aria-pressed={isOn}
      leftSection={
        isOn ? <IconVolume size={16} aria-hidden="true" /> : <IconVolumeOff size={16} aria-hidden="true" />
      }
      onClick={change}
    >
      {t(isOn ? 'chime.on' : 'chime.off')}
    </Button>
  );
}
