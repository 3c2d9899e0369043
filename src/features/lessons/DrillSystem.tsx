import type { DrillQuestion } from '@/lessons/drills/question';
import type { HeaderRow } from '@/scenario/document';

/** What is asked about: the page, its code, the server's answers, cookies. */
export function DrillSystem({ question: { scenario } }: { question: DrillQuestion }) {
  return (
    <section aria-label="System" className="drill-system">
      <p>
        The {scenario.sandbox ? 'sandboxed page' : 'page'} <code>{scenario.page}</code> runs
      </p>
      <pre>{scenario.frontend.trimEnd()}</pre>
      {(scenario.cookies ?? []).map(({ url, setCookie }) => (
        <div key={url}>
          <p>
            <code>{new URL(url).origin}</code> has set the cookie
          </p>
          <pre>{setCookie}</pre>
        </div>
      ))}
      {scenario.servers.map((server) =>
        server.kind === 'headers'
          ? server.routes.map((route) => (
              <div key={`${server.origin} ${route.method}`}>
                <p>
                  <code>{server.origin}</code> answers{' '}
                  <code>{route.method === '*' ? 'everything else' : `${route.method} ${route.path}`}</code> with{' '}
                  {route.status}
                </p>
                <pre>{route.headers.map(lineOf).join('\n')}</pre>
              </div>
            ))
          : null,
      )}
      <p className="aside">Whatever is not listed gets 404 and no headers. The browser is Chromium.</p>
    </section>
  );
}

const lineOf = ([name, value]: HeaderRow): string => `${name}: ${value}`;
