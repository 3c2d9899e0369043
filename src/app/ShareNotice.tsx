import { Suspense } from 'react';
import { useSharing } from '@/stores/sharing';
import { later } from '@/ui/later';
import { PartBoundary } from '@/ui/PartBoundary';

const ShareLine = later(() => import('./ShareLine').then((part) => part.ShareLine));

/** One line below the head: that a link was copied, or why it could not be opened. */
export function ShareNotice() {
  const notice = useSharing((state) => state.notice);
  return (
    <div role="status" aria-label="Link">
      {notice && (
        <PartBoundary>
          <Suspense>
            <ShareLine notice={notice} />
          </Suspense>
        </PartBoundary>
      )}
    </div>
  );
}
