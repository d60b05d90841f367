import type { ReactNode } from 'react';
import classes from './Notice.module.css';
import { StageGlyph } from './StageGlyph.tsx';

const GLYPHS = { refused: 'incident', warning: 'delayed', done: 'settled', info: 'planned' } as const;

type NoticeProps = {
  title: ReactNode;
  kind?: keyof typeof GLYPHS;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader: for what was refused. */
  role?: 'status' | 'alert' | 'note';
};

/** A sentence the reader must act on: what happened, why, and the ways out. */
export function Notice({ kind = 'info', title, children, actions, role = 'status' }: NoticeProps) {
  return (
    <div className={classes.notice} data-kind={kind} role={role}>
      <span className={classes.glyph}>
        <StageGlyph glyph={GLYPHS[kind]} size={16} />
      </span>
      <div className={classes.text}>
        <strong>{title}</strong>
        {children && <div className={classes.detail}>{children}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
