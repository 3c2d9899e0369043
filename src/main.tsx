import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { runNow, runOnEdit, runOnKept, runOnShortcut } from '@/app/autorun';
import { sharedCode } from '@/app/address-parts';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { keepWork } from '@/app/persistence';
import { pageSimulator } from '@/app/simulator';
import '@/app/styles/index.css';
import { keepTheme } from '@/app/theme';
import { connectSimulator } from '@/stores/run';
import { useSharing } from '@/stores/sharing';

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

const openLink = async (): Promise<void> => {
  if (sharedCode(location.hash) === undefined) return;
  const text = 'This link cannot be opened: a part of the site did not load. Reload the page to try again.';
  await import('@/app/share-link').then(
    ({ openSharedLink }) => openSharedLink(window),
    () => useSharing.setState({ notice: { text } }),
  );
};
window.addEventListener('hashchange', () => void openLink());

// The first paint goes first; two frames later it is on the screen.
requestAnimationFrame(() => requestAnimationFrame(() => void openLink().finally(() => runNow('edit'))));

// Whoever uses keys.
const keepFocus = (): Promise<void> => import('@/app/keep-focus').then((part) => part.keepFocus());
window.addEventListener('keydown', () => void keepFocus().catch(() => undefined), { once: true });
