import { type ReferralPerson, readReferralPerson } from '@qafila/contract';
import { useEffect, useState } from 'react';
import { call } from '../../shared/api/index.ts';

/**
 * A citizen's data, held by the one screen that shows it: read when asked for, in no cache and no address, and
 * forgotten when the page is left, in whatever way.
 */
export function usePerson(referralId: string) {
  const [person, setPerson] = useState<ReferralPerson>();
  const [refusal, setRefusal] = useState<unknown>();
  const [isReading, setReading] = useState(false);
  const hide = () => setPerson(undefined);
  useEffect(function forgetOnLeaving() {
    const forget = () => setPerson(undefined);
    window.addEventListener('pagehide', forget);
    return () => window.removeEventListener('pagehide', forget);
  }, []);
  const show = async () => {
    setReading(true);
    setRefusal(undefined);
    try {
      setPerson(await call(readReferralPerson, { params: { referralId } }));
    } catch (error) {
      setRefusal(error);
    } finally {
      setReading(false);
    }
  };
  return { person, refusal, isReading, show, hide };
}

export type PersonReading = ReturnType<typeof usePerson>;
