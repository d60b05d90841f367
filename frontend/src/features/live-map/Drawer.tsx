import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import classes from './Drawer.module.css';

export type DrawerSize = { readonly width: number; readonly height: number };

type DrawerProps = {
  /** What is shown: a change of it is a new opening. */
  id: string;
  label: string;
  title: ReactNode;
  /** Tags and counts under the title. */
  sub: ReactNode;
  /** What a phone shows while the sheet is half open. */
  summary: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  /** How much of the map it covers, pixels; nothing when it is gone. */
  onSize: (size: DrawerSize) => void;
};

/** Beside the map on a desk, a sheet from below on a phone: one thing looked at closely, the map still in sight. */
export function Drawer(props: DrawerProps) {
  const { id, label, title, sub, summary, children, footer, onClose, onSize } = props;
  const { t } = useTranslation('live-map');
  const isPhone = useIsPhone();
  const [isWhole, setWhole] = useState(false);
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhileOpen(id, box, heading);
  useEscape(onClose);
  useSize(box, onSize);
  const showsAll = !isPhone || isWhole;
  return (
    <aside ref={box} className={classes.drawer} data-whole={isWhole || undefined} aria-label={label}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h2>
          <div className={classes.sub}>{sub}</div>
        </div>
        <ActionIcon size={36} aria-label={t('common:action.close')} onClick={onClose}>
          <IconX size={20} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      </header>
      {isPhone && !isWhole && <div className={classes.summary}>{summary}</div>}
      {showsAll && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={classes.body} tabIndex={0} aria-label={label}>
          {children}
        </section>
      )}
      <footer className={classes.foot}>
        {footer}
        {isPhone && (
          <Button variant="default" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'drawer.less' : 'drawer.more')}
          </Button>
        )}
      </footer>
    </aside>
  );
}

type At<Part extends HTMLElement> = { readonly current: Part | null };

/** The keyboard comes along when something was chosen, and goes back to where it was chosen. */
function useFocusWhileOpen(id: string, box: At<HTMLElement>, heading: At<HTMLElement>): void {
  useLayoutEffect(
    function takeFocus() {
      const drawer = box.current;
      if (document.activeElement !== document.body) heading.current?.focus({ preventScroll: true });
      return () => {
        const opener = document.querySelector<HTMLElement>(`[data-convoy="${id}"], [data-site="${id}"]`);
        if (drawer?.contains(document.activeElement)) opener?.focus({ preventScroll: true });
      };
    },
    [id, box, heading],
  );
}

/** A dialog above the screen has the key first. */
function useEscape(onClose: () => void): void {
  useEffect(
    function listen() {
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        if (!document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) onClose();
      };
      window.addEventListener('keydown', onKey);
      return () => window.removeEventListener('keydown', onKey);
    },
    [onClose],
  );
}

function useSize(box: At<HTMLElement>, onSize: DrawerProps['onSize']): void {
  useLayoutEffect(
    function measure() {
      const drawer = box.current;
      if (!drawer) return;
      const report = () => onSize({ width: drawer.offsetWidth, height: drawer.offsetHeight });
      // Before the map is made: it begins clear of the drawer.
      report();
      const observer = new ResizeObserver(report);
      observer.observe(drawer);
      return () => {
        observer.disconnect();
        onSize({ width: 0, height: 0 });
      };
    },
    [box, onSize],
  );
}
