import type { ReactNode } from 'react';
import classes from './PageHead.module.css';
import { useDocumentTitle } from './useDocumentTitle.ts';

type PageHeadProps = {
  /** Also the document's title, unless `documentTitle` says otherwise. */
  title: ReactNode;
  documentTitle?: string;
  /** Where this page hangs: links and codes above the title. */
  trail?: ReactNode;
  /** State, dates and codes beside the title. */
  meta?: ReactNode;
  actions?: ReactNode;
};

/** Top of every screen: where I am, its state, what I can do here. */
export function PageHead({ trail, title, documentTitle, meta, actions }: PageHeadProps) {
  useDocumentTitle(documentTitle ?? (typeof title === 'string' ? title : undefined));
  return (
    <div className={classes.head}>
      <div className={classes.text}>
        {trail && <div className={classes.trail}>{trail}</div>}
        <div className={classes.line}>
          <h1 className={classes.title}>{title}</h1>
          {meta}
        </div>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
