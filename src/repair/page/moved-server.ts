import { registrableDomain } from '@/engine';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Scenario } from '@/scenario/document';
import type { Blockage } from '../blockage';
import { nodesOf, parseCode } from '@/realm/syntax/tree';
import type { Splice } from '../splice';

export interface Moved {
  title: string;
  opens: string;
  splices: Splice[];
}

/** Nobody is there where the code asks, and there is one server that it can only mean: wherever the code names the origin. */
export function atTheServerThereIs(code: string, scenario: Scenario, { reason, request }: Blockage): Moved[] {
  if (reason !== 'name-not-resolved' && reason !== 'connection-refused') return [];
  if (!URL.canParse(request.url)) return [];
  const asked = new URL(request.url);
  const origin = meantBy(asked.hostname, scenario);
  const splices = origin === undefined || origin === asked.origin ? [] : originsIn(code, asked.origin, origin);
  if (origin === undefined || splices.length === 0) return [];
  return [{ title: `Ask ${origin}`, opens: `A server is there, and nobody is at ${asked.origin}.`, splices }];
}

/** The only server at that host, else the only one that pages can ask, else the only one of the same site. */
function meantBy(hostname: string, { servers }: Scenario): string | undefined {
  const behind = new Set(servers.flatMap((server) => (server.kind === 'proxy' ? [originOfPage(server.target)] : [])));
  const open = servers.map((server) => originOfPage(server.origin)).filter((origin) => !behind.has(origin));
  const there = open.filter((origin) => new URL(origin).hostname === hostname);
  const near = open.filter((origin) => registrableDomain(new URL(origin).hostname) === registrableDomain(hostname));
  const meant = there.length > 0 ? there : open.length === 1 ? open : near;
  return meant.length === 1 ? meant[0] : undefined;
}

/** The beginnings of strings and templates that are `asked`, however it is written; each to become `origin`. */
export function originsIn(code: string, asked: string, origin: string): Splice[] {
  const program = parseCode(code);
  if (!program) return [];
  return nodesOf(program).flatMap((node): Splice[] => {
    const isString = node.type === 'Literal' && typeof node.value === 'string';
    const isTemplate = node.type === 'TemplateLiteral';
    if (!isString && !isTemplate) return [];
    const start = node.start + 1;
    const written = /^https?:\/\/[^/?#'"`$\\\s]+/i.exec(code.slice(start, node.end))?.[0];
    if (written === undefined || !URL.canParse(written) || new URL(written).origin !== asked) return [];
    return [{ start, end: start + written.length, text: origin }];
  });
}
