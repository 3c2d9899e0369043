import { originOfPage } from '@/engine/infrastructure/document-origin';
import { hostOf } from '@/explain';
import type { ProxyServer, Scenario } from '@/scenario/document';
import type { Blockage } from '../blockage';
import { originsIn, type Moved } from './moved-server';

/** The server is asked directly, and a proxy that leads to it stands at the page's own origin: wherever the code names the server. */
export function throughTheProxy(code: string, scenario: Scenario, { request, exchange }: Blockage): Moved[] {
  if (!exchange || !URL.canParse(request.url)) return [];
  const asked = new URL(request.url).origin;
  const home = originOfPage(scenario.page, scenario.sandbox);
  return scenario.servers.flatMap((server): Moved[] => {
    if (server.kind !== 'proxy' || originOfPage(server.origin) !== home || !isWholly(server, asked)) return [];
    const prefix = server.prefix.replace(/\/$/, '');
    const splices = originsIn(code, asked, prefix);
    const opens = `The proxy at ${hostOf(home)} asks ${hostOf(asked)} itself, from server to server. For the browser there is one origin.`;
    return splices.length === 0 ? [] : [{ title: `Ask through the proxy, at ${prefix || '/'}`, opens, splices }];
  });
}

/** Every address of the server stands below the proxy's prefix. */
function isWholly({ target }: ProxyServer, origin: string): boolean {
  return originOfPage(target) === origin && new URL(target).pathname === '/';
}
