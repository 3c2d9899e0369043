import { isObject } from '@/scenario/checks';
import type { Scenario, Server } from '@/scenario/document';

/**
 * A change to a scenario. Members replace the scenario's; servers are named by their origin, and what is said of one replaces
 * that member (`code`, `routes`, …). A new `kind` replaces the whole server, a new origin adds one, null removes.
 */
export interface Patch extends Partial<Omit<Scenario, 'version' | 'servers'>> {
  servers?: Record<string, Partial<Server> | null>;
}

export function applyPatch(scenario: Scenario, { servers = {}, ...members }: Patch): Scenario {
  const kept = scenario.servers.flatMap((server): Server[] => {
    const change = servers[server.origin];
    if (change === undefined) return [server];
    if (change === null) return [];
    const sameKind = change.kind === undefined || change.kind === server.kind;
    return [{ ...(sameKind ? server : {}), origin: server.origin, ...change } as Server];
  });
  const known = new Set(scenario.servers.map(({ origin }) => origin));
  const added = Object.entries(servers).flatMap(([origin, change]): Server[] =>
    change === null || known.has(origin) ? [] : [{ origin, ...change } as Server],
  );
  return { ...scenario, ...members, servers: [...kept, ...added] };
}

const textMembers = new Set(['frontend', 'code', 'config', 'body']);

/** Code may be written as a list of lines, which reads better in JSON than one long string: joins them, everywhere below. */
export function joinLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(joinLines);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      textMembers.has(name) && isLines(member) ? member.map((line) => `${line}\n`).join('') : joinLines(member),
    ]),
  );
}

function isLines(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string');
}
