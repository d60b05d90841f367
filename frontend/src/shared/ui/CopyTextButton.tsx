import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';

const SAID_MS = 2_000;

type CopyTextButtonProps = ButtonProps & {
  text: string;
  /** What is copied, for those who hear the button alone. */
  of?: string;
};

export function CopyTextButton({ text, of, ...button }: CopyTextButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  useEffect(
    function fallBack() {
      if (state === 'copy') return;
      const timer = setTimeout(() => setState('copy'), SAID_MS);
      return () => clearTimeout(timer);
    },
    [state],
  );
  const Icon = state === 'copied' ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden="true" />}
      {...button}
      onClick={async () => setState((await copyText(text)) ? 'copied' : 'copyFailed')}
      {...(of && { 'aria-label': `${t(`action.${state}`)}: ${of}` })}
    >
      <span aria-live="polite">{t(`action.${state}`)}</span>
    </Button>
  );
}
