import { lazy, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { PageHead } from './PageHead';
import { useRoute } from './route';
import { Workbench } from './Workbench';

const TruthPage = lazy(() => import('@/features/truth').then(({ TruthPage: Page }) => ({ default: Page })));

export function App() {
  const { page } = useRoute();
  if (page === 'workbench') return <Workbench />;
  return (
    <div className="flex min-h-full flex-col">
      <PageHead />
      <ErrorBoundary>
        <Suspense fallback={<main aria-busy="true" className="flex-1" />}>
          <TruthPage />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
