import type { Server } from '@/scenario/document';
import type { Dossier } from '../dossier';

/** Begins the lines that are meant for us. */
export const SAYS = 'known options:';

/** Starts the server with a changed program, asks it everything once, and listens to what it logs. */
export async function listen({ scenario, targets, simulate }: Dossier, server: Server): Promise<Log> {
  const asked = targets.map(({ method, url }) => [method, url]);
  const { serverLog } = await simulate({
    version: 1,
    page: scenario.page,
    client: 'native-app',
    servers: scenario.servers.map(({ cdn: _, ...each }) => (each.origin === server.origin ? server : each)),
    frontend: `for (const [method, url] of ${JSON.stringify(asked)}) await fetch(url, { method }).catch(() => {});`,
  });
  const lines = serverLog.filter(({ origin }) => origin === server.origin);
  const said = lines.find(({ text }) => text.startsWith(SAYS));
  const known: unknown = said ? JSON.parse(said.text.slice(SAYS.length)) : [];
  return { lines: lines.map(({ text }) => text), known: Array.isArray(known) ? known.map(String) : [] };
}

interface Log {
  lines: string[];
  /** What the server said that it knows. */
  known: string[];
}
