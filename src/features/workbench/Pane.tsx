import type { ReactNode } from 'react';
import { useStale } from '@/stores/stale';

interface PaneProps {
  name: string;
  address?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** One side of the workbench: a named region with a line on top. Stale: its marks are of the run before. */
export function Pane({ name, address, aside, children }: PaneProps) {
  return (
    <section aria-label={name} data-stale={useStale() ?? undefined} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex h-9 flex-none items-center gap-3 px-4 max-desk:h-auto max-desk:min-h-11 max-desk:flex-wrap max-desk:gap-y-0 max-desk:px-3 max-desk:pt-1">
        <h2 className="text-text font-semibold">{name}</h2>
        <div className="flex min-w-0 flex-1 items-center gap-3 font-code text-small text-ink-3">{address}</div>
        {aside && <div className="flex-none max-desk:basis-full">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
