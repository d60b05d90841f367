import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import classes from '../phone/sheet.module.css';

type SheetProps = { title: string; onClose: () => void; children: ComponentChildren };

/** One thing to decide or fill in, over the page; there as long as it is drawn. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(function show() {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={classes.sheet} aria-labelledby="sheet-title" onClose={onClose}>
      <div className={classes.inside}>
        <h2 id="sheet-title">{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
