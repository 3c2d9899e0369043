import { useMemo } from 'react';
import { hostOf, isKeptAt, keptOf, type KeptCookie, type KeptPermission, type Run } from '@/explain';
import { usePlayhead } from '@/stores/playhead';
import { useRun } from '@/stores/run';
import { moment } from '@/narration';
import { moreOf } from './more-of';
import './kept.css';

/** What the browser keeps between requests, as it stands at the playhead: permissions that fill, count and expire; cookies. */
export function KeptStrip({ run, here }: { run: Run; here: number }) {
  const result = useRun((state) => state.result);
  const scenario = useRun((state) => state.scenario);
  const kept = useMemo(() => (result && scenario ? keptOf(result, scenario) : null), [result, scenario]);
  if (!kept || kept.permissions.length + kept.cookies.length === 0) return null;
  const now = run.stops[here]?.at ?? 0;
  const there = (item: KeptPermission | KeptCookie) => isKeptAt(item, here, now);
  const permissions = kept.permissions.filter(there).toReversed();
  const cookies = kept.cookies.filter(there).toReversed();
  return (
    <section className="kept-strip" aria-label="Kept by the browser">
      <h3>Kept by the browser</h3>
      {kept.permissions.length > 0 && (
        <Shelf name="Preflight cache" all={permissions} now={now} empty="empty">
          {(permission) => <Permission permission={permission} now={now} here={here} />}
        </Shelf>
      )}
      {kept.cookies.length > 0 && (
        <Shelf name="Cookies" all={cookies} now={now} empty="none">
          {(cookie) => <Cookie kept={cookie} now={now} here={here} />}
        </Shelf>
      )}
    </section>
  );
}

/** The newest in sight, the others behind a press. */
function Shelf<Item extends KeptPermission | KeptCookie>({
  name,
  all,
  now,
  empty,
  children,
}: {
  name: string;
  all: readonly Item[];
  now: number;
  empty: string;
  children: (item: Item) => React.ReactNode;
}) {
  const [first, ...others] = all;
  return (
    <div className="shelf">
      <h4>{name}</h4>
      {first === undefined ? <p className="none">{empty}</p> : children(first)}
      {others.length > 0 && (
        <details>
          <summary>{moreOf(others, now)}</summary>
          <ul>
            {others.map((item, index) => (
              <li key={index}>{children(item)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Permission({ permission, now, here }: { permission: KeptPermission; now: number; here: number }) {
  const { url, methods, names, stored, expires, from, hits, credentials } = permission;
  const left = Math.max(0, expires - now);
  const share = left / Math.max(1, expires - stored);
  const state = left === 0 ? 'expired' : hits.includes(here) ? 'hit' : from === here && stored >= 0 ? 'new' : '';
  const { seek } = usePlayhead.getState();
  return (
    <p className={`kept-item ${state}`}>
      <button type="button" title={`${url}, asked from ${permission.origin}`} onClick={() => seek(from)}>
        <code>{[...methods, ...names].join(', ') || 'safelisted only'}</code>
      </button>
      <span className="where">
        {pathAndHost(url)}
        {credentials ? ', with credentials' : ''}
      </span>
      <span className="life" aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
      <Left expires={expires} now={now} />
      {state !== 'expired' && state !== '' && <em>{state === 'hit' ? 'used now' : 'stored now'}</em>}
      {state === '' && hits.some((hit) => hit <= here) && (
        <em className="past">used {times(hits.filter((hit) => hit <= here).length)}</em>
      )}
    </p>
  );
}

function Cookie({ kept: { cookie, from }, now, here }: { kept: KeptCookie; now: number; here: number }) {
  const isExpired = cookie.expires !== null && cookie.expires <= now;
  const { seek } = usePlayhead.getState();
  const traits = [
    cookie.domain,
    cookie.sameSite === 'default' ? null : `SameSite=${cookie.sameSite}`,
    cookie.secure ? 'Secure' : null,
    cookie.httpOnly ? 'HttpOnly' : null,
    cookie.partition === null ? null : 'partitioned',
  ];
  return (
    <p className={`kept-item ${isExpired ? 'expired' : from === here ? 'new' : ''}`}>
      <button type="button" title={`${cookie.name}=${cookie.value}`} onClick={() => seek(from)}>
        <code>
          {cookie.name}={cookie.value}
        </code>
      </button>
      <span className="where">{traits.filter((trait) => trait !== null).join(', ')}</span>
      {cookie.expires !== null && <Left expires={cookie.expires} now={now} />}
      {from === here && <em>stored now</em>}
    </p>
  );
}

function Left({ expires, now }: { expires: number; now: number }) {
  const expired = expires < 0 ? 'expired before this run' : `expired at ${moment(expires)}`;
  return <span className="left">{expires > now ? `${moment(expires - now)} left` : expired}</span>;
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

function pathAndHost(url: string): string {
  return URL.canParse(url) ? hostOf(url) + new URL(url).pathname : url;
}
