import '../shared/ui/mantine.css';
import '../shared/ui/fonts.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findWords } from '../shared/i18n/index.ts';
import { App } from './App.tsx';
import { Providers } from './Providers.tsx';

/** Nothing is shown before its words are here. */
async function start(root: HTMLElement): Promise<void> {
  await findWords();
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <App />
      </Providers>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
