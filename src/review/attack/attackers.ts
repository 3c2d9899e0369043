import { EVIL } from '@/explain/origins/strangers';
import { registrableDomain } from '@/engine';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Scenario, Server } from '@/scenario/document';

/** From where a server is looked at. */
export const ATTACKERS = ['stranger', 'sibling', 'nameless', 'insecure'] as const;
export type Attacker = (typeof ATTACKERS)[number];

/** The origin that an attacker of this kind has, for one server. */
export function originOf(attacker: Attacker, server: Server, scenario: Scenario): string {
  switch (attacker) {
    case 'stranger':
      return EVIL;
    case 'sibling':
      return siblingOf(server.origin);
    case 'nameless':
      return 'null';
    case 'insecure':
      return insecure(scenario);
  }
}

/** Another host of the same site: its cookies are first-party, its people may be others. */
function siblingOf(origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  // nothing is below an address of numbers: another program on the same machine is as near
  if (/^[\d.]+$|^\[/.test(hostname)) return `${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}`;
  const domain = registrableDomain(hostname);
  return `${protocol}//evil.${domain}`;
}

/** The page's own address without TLS: what somebody on the way to a visitor can put there. */
function insecure(scenario: Scenario): string {
  const origin = originOfPage(scenario.page, scenario.sandbox);
  return origin.startsWith('https:') && origin !== EVIL ? origin.replace('https:', 'http:') : 'http://evil.example';
}
