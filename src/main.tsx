import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { runNow, runOnEdit, runOnShortcut } from '@/app/autorun';
import { keepWork } from '@/app/persistence';
import { pageSimulator } from '@/app/simulator';
import '@/app/styles/index.css';
import { keepTheme } from '@/app/theme';
import { connectSimulator } from '@/stores/run';

keepTheme(window);
keepWork(window);
connectSimulator(pageSimulator());
runOnEdit();
runOnShortcut(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// The first paint goes first; two frames later it is on the screen.
requestAnimationFrame(() => requestAnimationFrame(() => runNow('edit')));
