import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { runNow, runOnEdit, runOnKept, runOnShortcut } from '@/app/autorun';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { followLink } from '@/app/follow-link';
import { keepWork } from '@/app/persistence';
import { pageSimulator } from '@/app/simulator';
import '@/app/styles/index.css';
import { keepTheme } from '@/app/theme';
import { opensCase } from '@/stores/address';
import { connectSimulator, useRun } from '@/stores/run';
import { whenIdle } from '@/ui/later';

keepTheme(window);
keepWork(window);
const { simulate, simulateAside } = pageSimulator();
connectSimulator(simulate, simulateAside);
runOnEdit();
runOnKept();
runOnShortcut(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);

window.addEventListener('hashchange', () => opensCase(window) && void followLink(window));

// The first paint goes first; two frames later it is on the screen.
requestAnimationFrame(() =>
  requestAnimationFrame(() => (opensCase(window) ? void followLink(window) : runNow('edit'))),
);

// The first verdict does not wait for what is noted of it.
const unsubscribe = useRun.subscribe(({ runs }) => {
  if (runs === 0) return;
  unsubscribe();
  const load = async (): Promise<void> => (await import('@/app/after-first-run')).afterFirstRun(window);
  void whenIdle()
    .then(load)
    .catch(() => undefined);
});

// Whoever uses keys.
const keepFocus = (): Promise<void> => import('@/app/keep-focus').then((part) => part.keepFocus());
window.addEventListener('keydown', () => void keepFocus().catch(() => undefined), { once: true });
