import {
  DirectionProvider,
  localStorageColorSchemeManager,
  MantineProvider,
  useDirection,
} from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { queryClient } from '../shared/api/index.ts';
import { directionOf, i18n, usePreferences } from '../shared/i18n/index.ts';
import { cssVariablesResolver, theme } from '../shared/ui/theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'qafila.theme' });

/** What every screen stands on: language and direction, theme, the cache of answers, passing notices. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <DirectionProvider
          initialDirection={directionOf(usePreferences.getState().language)}
          detectDirection={false}
        >
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariablesResolver}
            colorSchemeManager={colorSchemeManager}
            defaultColorScheme="auto"
            // Otherwise a file of the variables of a theme that is not ours has to come first.
            deduplicateCssVariables={false}
          >
            <DirectionFollowsLanguage />
            <Notifications position="bottom-center" />
            {children}
          </MantineProvider>
        </DirectionProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function DirectionFollowsLanguage(): null {
  const { setDirection } = useDirection();
  const language = usePreferences((preferences) => preferences.language);
  useEffect(
    function turnPage() {
      setDirection(directionOf(language));
    },
    [language, setDirection],
  );
  return null;
}
