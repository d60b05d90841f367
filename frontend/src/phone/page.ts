import type { Locale } from '@qafila/contract';

export function nameDocument(language: Locale, title: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = title;
}

/** As the phone is set; the tokens know schemes by this attribute. */
export function followScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    document.documentElement.dataset['mantineColorScheme'] = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', apply);
  apply();
}

/** Keeps the page on the phone for when there is no network, and asks that what it stores is not cleared away. */
export function keepShell(worker: string, scope: string): void {
  navigator.storage?.persist?.().catch(() => undefined);
  if (import.meta.env.PROD) navigator.serviceWorker?.register(worker, { scope }).catch(() => undefined);
}
