import { type ComponentProps, Suspense } from 'react';
import { onDemand } from '@/ui/on-demand';
import { PartBoundary } from '@/ui/PartBoundary';
import { useSeen } from '@/ui/use-seen';
import type { Inspector } from './Inspector';

const Loaded = onDemand(() => import('./Inspector').then((part) => part.Inspector));

/** The verdict comes first: the inspector is loaded when it, or its place, is on the screen. */
export function InspectorWhenSeen(props: ComponentProps<typeof Inspector>) {
  const [place, isSeen] = useSeen<HTMLElement>();
  const empty = <section ref={place} aria-label="Inspector" aria-busy="true" className="min-h-10 flex-1" />;
  if (!isSeen) return empty;
  return (
    <PartBoundary>
      <Suspense fallback={empty}>
        <Loaded {...props} />
      </Suspense>
    </PartBoundary>
  );
}
