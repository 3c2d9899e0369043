import type { Scenario, Server } from '@/scenario/document';
import { samplesOf } from './samples';

/** Origins that a server may know: those of the scenario, and what its code, rows and settings mention. */
export function seedsOf(server: Server, scenario: Scenario): string[] {
  const pages = [scenario.page, ...(scenario.earlier ?? []).map(({ page }) => page)];
  const named = pages.filter((page) => URL.canParse(page)).map((page) => new URL(page).origin);
  const found = [
    ...textsOf(server).flatMap(originsIn),
    ...Object.values(server.env ?? {}).flatMap(originsIn),
    ...named,
  ];
  return [...new Set(found)].filter((origin) => /^https?:/.test(origin)).slice(0, MOST_SEEDS);
}

const MOST_SEEDS = 60;

function textsOf(server: Server): string[] {
  switch (server.kind) {
    case 'headers':
      return server.routes.flatMap(({ headers }) =>
        headers
          .filter(([name, , on]) => on !== false && /^access-control-allow-origin$/i.test(name))
          .map(([, value]) => value),
      );
    case 'express':
    case 'flask':
    case 'django':
      return [server.code];
    case 'nginx':
      return [server.config];
    case 'proxy':
      return [];
  }
}

/** Origins that a text spells out, and examples of those that its patterns describe. */
function originsIn(text: string): string[] {
  const plain = text.replace(/\\+([/.:-])/g, '$1');
  const spelled = plain.match(/https?:\/\/[a-z0-9.-]*[a-z0-9](?::\d+)?/gi) ?? [];
  const examples = patternsIn(text).flatMap(samplesOf);
  return [...new Set([...spelled, ...examples].flatMap(asOrigins))];
}

/** Regular expressions in the text, and strings that may be one or may be compared with a part of an origin. */
function patternsIn(text: string): string[] {
  const literals = [
    ...text.matchAll(/(?<=[([{,=:!&|?~\s]|^)\/(?![/*\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/[a-z]*/gm),
  ];
  const strings = [...text.matchAll(/(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g)];
  return [
    ...literals.map(([, source = '']) => source),
    ...strings
      .map(([, , source = '']) => source.replaceAll('\\\\', '\\'))
      .filter((source) => /[a-z0-9]\\?\.[a-z]/i.test(source)),
  ].filter((source) => source.length < 300);
}

/** `https://app.example.com`, `app.example.com` and `.example.com` as origins. */
function asOrigins(text: string): string[] {
  const host = text.replace(/^[a-z]+:\/\//i, '').replace(/^\./, 'app.');
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*(:\d+)?$/i.test(host) || !/[.]|^localhost/.test(host) || host.includes('..'))
    return [];
  const scheme = /^https?(?=:\/\/)/i.exec(text)?.[0].toLowerCase() ?? 'https';
  const url = `${scheme}://${host.toLowerCase()}`;
  return URL.canParse(url) ? [new URL(url).origin] : [];
}
