import { Suspense, type ReactNode } from 'react';
import { Head } from '@/features/workbench';
import { countHeldText } from '@/stores/stale';
import { HeldText } from '@/ui/held-text';
import { onDemand } from '@/ui/on-demand';
import { runNow } from './autorun';
import { ErrorBoundary } from './ErrorBoundary';
import { hasRun, useRoute } from './route';
import { Workbench } from './Workbench';

const PageHead = onDemand(() => import('./PageHead').then((part) => part.PageHead));
const LessonScreen = onDemand(() => import('./LessonScreen').then((part) => part.default));
const ComparePage = onDemand(() => import('@/features/compare').then((part) => part.ComparePage));
const TruthPage = onDemand(() => import('@/features/truth').then((part) => part.TruthPage));

export function App() {
  return (
    <HeldText value={countHeldText}>
      <Screen />
    </HeldText>
  );
}

function Screen() {
  const route = useRoute();
  switch (route.page) {
    case 'workbench':
      return <Workbench />;
    case 'compare':
      return (
        <Page key="compare" head={<PageHead />}>
          <ComparePage query={route.query} />
        </Page>
      );
    case 'truth':
      return (
        <Page key="truth" head={<PageHead />}>
          <TruthPage />
        </Page>
      );
    default:
      return (
        <Page
          key={JSON.stringify(route)}
          head={hasRun(route) ? <Head onRun={() => runNow('run')} isCourse /> : <PageHead />}
        >
          <LessonScreen route={route} />
        </Page>
      );
  }
}

/** A page whose code is loaded when it is asked for. */
function Page({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <Suspense fallback={<div className="h-[46px] flex-none" />}>{head}</Suspense>
      <ErrorBoundary>
        <Suspense fallback={<main aria-busy="true" className="flex-1" />}>{children}</Suspense>
      </ErrorBoundary>
    </div>
  );
}
