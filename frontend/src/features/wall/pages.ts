import { findAllWords, usePreferences } from '../../shared/i18n/index.ts';
import { readAddress } from './share-token.ts';

export { SharePage } from './SharePage.tsx';

/** The words of the link's own language, which is not the choice of who uses this device. */
export function findLinkWords(): Promise<void> {
  usePreferences.setState({ language: readAddress(window.location).language });
  return findAllWords();
}
