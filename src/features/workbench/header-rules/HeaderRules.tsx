import { useRef } from 'react';
import type { HeadersServer, Route } from '@/scenario/document';
import type { ChangeKind } from '@/stores/scenario';
import { useRowMarks } from './row-marks';
import type { Place } from '../vocabulary';
import { AnswerBlock } from './AnswerBlock';
import { asTwoBlocks, replacedAt, roleOf, withNewRoute, withoutAt, withPreflightRoute } from './routes';
import { useRowReveal } from './use-row-reveal';

interface HeaderRulesProps {
  server: HeadersServer;
  place: Place;
  onChange: (server: HeadersServer, change: ChangeKind) => void;
}

const action = 'min-h-8 text-left text-[12.5px] text-ink-2 hover:text-ink max-desk:min-h-11';

/** The server as a table: an answer to the preflight and one to the request, or a block for each of its routes. */
export function HeaderRules({ server, place, onChange }: HeaderRulesProps) {
  const marks = useRowMarks(server);
  const { routes } = server;
  const two = asTwoBlocks(routes);
  const rules = useRef<HTMLDivElement>(null);
  useRowReveal(rules, server.origin);
  const setRoutes = (next: Route[], change: ChangeKind): void => onChange({ ...server, routes: next }, change);

  return (
    <div ref={rules} className="min-h-0 flex-1 overflow-auto">
      <div className="answer-blocks grid min-h-full grid-cols-2 content-start max-desk:grid-cols-1 [&>*]:border-hairline max-desk:[&>*+*]:border-t desk:[&>*:nth-child(even)]:border-l desk:[&>*:nth-child(n+3)]:border-t">
        {two && two.preflight === undefined && (
          <section aria-label="Answer to the preflight" className="px-4 py-2 max-desk:px-3">
            <p className="max-w-[64ch] text-small text-ink-2">
              {roleOf(routes, 0) === 'both'
                ? 'Every method gets the same answer, OPTIONS too: with it a browser may ask first (a preflight).'
                : 'No route answers OPTIONS. Where a browser asks with it first (a preflight), it gets 404 and no headers.'}
            </p>
            <button type="button" className={action} onClick={() => setRoutes(withPreflightRoute(routes), 'chosen')}>
              Answer preflights separately
            </button>
          </section>
        )}
        {routes.map((route, index) => (
          <AnswerBlock
            key={`${routes.length}:${index}`}
            index={index}
            route={route}
            role={roleOf(routes, index)}
            place={place}
            marks={marks.filter((mark) => mark.route === index)}
            isListed={two === undefined}
            onChange={(next, change) => setRoutes(replacedAt(routes, index, next), change)}
            onRemove={() => setRoutes(withoutAt(routes, index), 'chosen')}
          />
        ))}
        <div className="col-span-full flex items-baseline gap-3 border-t px-4 max-desk:px-3 [&&]:border-l-0">
          <button type="button" className={action} onClick={() => setRoutes(withNewRoute(routes), 'chosen')}>
            Add a route
          </button>
          {two === undefined && <span className="text-small text-ink-3">The first match answers.</span>}
        </div>
      </div>
    </div>
  );
}
