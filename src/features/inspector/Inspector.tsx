import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useId,
  useState,
} from 'react';
import type { Run } from '@/explain';
import { useFollowedStopOf } from '@/stores/followed';
import { useStale } from '@/stores/stale';
import { useUi } from '@/stores/ui';
import { PartBoundary } from '@/ui/PartBoundary';
import { StaleNote } from '@/ui/StaleNote';
import { onDemand } from '@/ui/on-demand';
import { rovingIndex } from '@/ui/roving';
import { WhyPanel } from './WhyPanel';
import './inspector.css';

const Why = memo(WhyPanel);
const NetworkPanel = onDemand(() => import('./NetworkPanel').then((part) => memo(part.NetworkPanel)));
const ConsolePanel = onDemand(() => import('./ConsolePanel').then((part) => memo(part.ConsolePanel)));
const ServerLogPanel = onDemand(() => import('./ServerLogPanel').then((part) => memo(part.ServerLogPanel)));
const StatePanel = onDemand(() => import('./StatePanel').then((part) => memo(part.StatePanel)));

/** A panel that another feature brings. Its name must not be one of the inspector's own. */
export interface ExtraTab {
  name: string;
  count?: number;
  content: ReactNode;
}

interface Props {
  run: Run;
  /** What to change, beside the reasons. */
  fixes?: ReactNode;
  /** Tabs after the inspector's own. */
  extra?: readonly ExtraTab[];
}

/** Behind the tabs. */
function Stale() {
  return <StaleNote stale={useStale()} />;
}

/** Why it came out so, and what was sent, printed, logged and kept; all follow the playhead. */
export function Inspector({ run, fixes, extra = [] }: Props) {
  const [chosen, setTab] = useState('Why');
  // What helps is in Why.
  useEffect(() => useUi.subscribe(({ wantsHelp }) => wantsHelp && setTab('Why')), []);
  const tabs = [
    'Why',
    'Network',
    'Console',
    'Server log',
    ...(run.state.length > 0 ? ['State'] : []),
    ...extra.map(({ name }) => name),
  ];
  const tab = tabs.includes(chosen) ? chosen : 'Why';
  const id = useId();
  // A name with a space would be two references.
  const idOf = (name: string): string => id + name.replaceAll(' ', '-');
  const now = useFollowedStopOf(run);
  // The picture goes first: while it plays, the panels follow when there is time.
  const here = useDeferredValue(now);
  const seen = (rows: readonly { stop: number }[]) => rows.filter(({ stop }) => stop <= here).length;
  const counts: Record<string, number | undefined> = {
    Network: run.network.filter(({ sentStop }) => sentStop <= here).length,
    Console: seen(run.console),
    'Server log': seen(run.serverLog),
    State: run.state.reduce((count, { changes }) => count + seen(changes), 0),
    ...Object.fromEntries(extra.map(({ name, count }) => [name, count])),
  };
  const onKey = (event: KeyboardEvent) => {
    const index = rovingIndex(event, tabs.indexOf(tab), tabs.length);
    const next = index === undefined ? undefined : tabs[index];
    if (next === undefined) return;
    event.preventDefault();
    setTab(next);
    document.getElementById(idOf(next))?.focus();
  };
  return (
    <section className="inspector" aria-label="Inspector">
      <div className="top">
        <div className="tabs" role="tablist" aria-label="Inspector">
          {tabs.map((name) => (
            <button
              key={name}
              id={idOf(name)}
              type="button"
              role="tab"
              aria-selected={name === tab}
              aria-controls={`${id}panel`}
              tabIndex={name === tab ? 0 : -1}
              onClick={() => setTab(name)}
              onKeyDown={onKey}
            >
              {name}
              {counts[name] !== undefined && <span className="count">{counts[name]}</span>}
            </button>
          ))}
        </div>
        <Stale />
      </div>
      <div className="panel" role="tabpanel" id={`${id}panel`} aria-labelledby={idOf(tab)}>
        <PartBoundary key={tab}>
          {tab === 'Why' && <Why run={run} here={here} fixes={fixes} />}
          <Suspense>
            {tab === 'Network' && <NetworkPanel run={run} here={here} />}
            {tab === 'Console' && <ConsolePanel run={run} here={here} />}
            {tab === 'Server log' && <ServerLogPanel run={run} here={here} />}
            {tab === 'State' && <StatePanel run={run} here={here} />}
            {extra.find(({ name }) => name === tab)?.content}
          </Suspense>
        </PartBoundary>
      </div>
    </section>
  );
}
