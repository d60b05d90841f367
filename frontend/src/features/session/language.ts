import { updateAccount, whoAmI } from '@qafila/contract';
import { call, keyOf, queryClient } from '../../shared/api/index.ts';
import { type Language, usePreferences } from '../../shared/i18n/index.ts';

/** Switches this device at once; a signed-in user's account follows, so that the next device knows. */
export function chooseLanguage(language: Language): void {
  usePreferences.getState().setLanguage(language);
  if (!queryClient.getQueryData(keyOf(whoAmI, {}))) return;
  call(updateAccount, { body: { locale: language } })
    .then((user) => queryClient.setQueryData(keyOf(whoAmI, {}), user))
    // The choice already holds on this device; the account is only a memory of it.
    .catch(() => undefined);
}
