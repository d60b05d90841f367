import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Visiting } from './visiting.ts';
import { type Speech, speechIn } from './words.ts';

export const SpeechContext = createContext<Speech>(speechIn({ language: 'ar', digits: 'latin' }));
export const VisitingContext = createContext<Visiting | null>(null);

export const useSpeech = (): Speech => useContext(SpeechContext);

export function useVisiting(): Visiting {
  const visiting = useContext(VisitingContext);
  if (!visiting) throw new Error('Visits are shown to their visitor only.');
  return visiting;
}
