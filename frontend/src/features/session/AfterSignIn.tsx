import { useEffect } from 'react';
import { Redirect, useSearch } from 'wouter';
import { LoadingState } from '../../shared/ui/index.ts';

/** Pages of their own, outside the application, that send people to its door. */
const PAGES = new Set(['/field']);

/** `/login`, once somebody is signed in: back to the page that sent them, or to the start. */
export function AfterSignIn() {
  const page = new URLSearchParams(useSearch()).get('then') ?? '';
  const isOutside = PAGES.has(page);
  useEffect(
    function goBack() {
      if (isOutside) location.replace(page);
    },
    [isOutside, page],
  );
  return isOutside ? <LoadingState /> : <Redirect to="/" replace />;
}
