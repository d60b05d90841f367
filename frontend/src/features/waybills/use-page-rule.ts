import { useEffect } from 'react';

/** A rule for the printed page while this screen is open; it must not follow the reader to the next. */
export function usePageRule(rule: string): void {
  useEffect(
    function applyWhileOpen() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      return () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
      };
    },
    [rule],
  );
}
