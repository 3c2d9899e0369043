import { hostOf } from '@/explain';
import type { Review } from '@/review';

/** What the servers were asked: a finding that is missing means little without it. */
export function Tried({ tried }: { tried: Review['tried'] }) {
  return (
    <details className="tried">
      <summary>What was tried</summary>
      {tried.map(({ server, requests, probes, origins, failure }) => (
        <p key={server}>
          <b>{hostOf(server)}</b>{' '}
          {failure ? (
            `was not asked. ${failure}`
          ) : (
            <>
              was asked {probes} times, for {listed(requests)}, as {origins.length} origins: {listed(origins)}.
            </>
          )}
        </p>
      ))}
      <p>
        Routes come from what the page asks, from header rows, and from what the code or the nginx configuration spells
        out. Routes that code makes up while it runs are not found.
      </p>
    </details>
  );
}

function listed(values: readonly string[]) {
  return values.map((value, index) => (
    <span key={value}>
      {index > 0 && ', '}
      <code>{value}</code>
    </span>
  ));
}
