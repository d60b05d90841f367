import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Speech, speechIn } from './words.ts';

export const SpeechContext = createContext<Speech>(speechIn({ language: 'ar', digits: 'latin' }));

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
