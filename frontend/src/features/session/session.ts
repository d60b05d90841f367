import {
  type Action,
  readServer,
  type SessionUser,
  scopeOf,
  signOut,
  signOutEverywhere,
  whoAmI,
} from '@qafila/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, disconnectSocket, isProblem, keyOf, queryClient } from '../../shared/api/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { forgetVisitor, recallVisitor } from '../../shared/visitor.ts';

const SESSION_KEY = keyOf(whoAmI, {});

/** The user, or null where nobody is signed in. */
async function readSession(): Promise<SessionUser | null> {
  try {
    return await call(whoAmI, {});
  } catch (error) {
    if (isProblem(error, 'not_signed_in')) return null;
    throw error;
  }
}

/** Who is signed in: a query whose data is the user, or null for nobody. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
}

/** The signed-in user; for screens behind the sign-in page. */
export function useUser(): SessionUser {
  const { data } = useSession();
  if (!data) throw new Error('This screen is shown to signed-in people only.');
  return data;
}

/** Whether the user's role may do something at all; the server still judges the object. */
export function useCan(): (action: Action) => boolean {
  const { data } = useSession();
  return (action) => data != null && scopeOf(data.role, action) !== undefined;
}

/** What everyone may know of the server stays; the session's own query too, for the whole page hangs on it. */
const KEPT = new Set<unknown>([whoAmI.path, readServer.path]);

function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) });
}

/** Takes over as this user; nothing of the user before stays. */
export function enterAs(user: SessionUser): void {
  forgetAnswers();
  if (recallVisitor()?.id !== user.id) forgetVisitor();
  queryClient.setQueryData(SESSION_KEY, user);
  const { languageChosen, setLanguage } = usePreferences.getState();
  if (!languageChosen) setLanguage(user.locale);
}

/** Forgets everything that was read here once nobody is signed in, however the session ended. */
export function useForgettingSession(): void {
  const { data } = useSession();
  useEffect(
    function forget() {
      if (data !== null) return;
      disconnectSocket();
      forgetAnswers();
    },
    [data],
  );
}

/** Ends the session on the server, and so here. */
export async function leave(where: 'here' | 'everywhere'): Promise<void> {
  await call(where === 'here' ? signOut : signOutEverywhere, {}).catch((error: unknown) => {
    if (!isProblem(error, 'not_signed_in')) throw error;
  });
  forgetVisitor();
  queryClient.setQueryData(SESSION_KEY, null);
}
