import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { BrowserName, Scenario } from '@/scenario/document';
import { originOf } from './address';
import type { Lane, Leg } from './run';

const BROWSERS: Record<BrowserName, string> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
  standard: 'Fetch Standard',
};

/** The browser's name as people write it. */
function browserName(scenario: Scenario): string {
  return BROWSERS[scenario.browser ?? 'chromium'];
}

export function pageOrigin(scenario: Scenario): string {
  return originOfPage(scenario.page, scenario.sandbox);
}

/** The parties: the page, the browser, and each server that takes part, in the order they are first addressed. */
export function lanesOf(scenario: Scenario, legs: readonly Leg[]): Lane[] {
  const addressed = [...new Set(legs.flatMap((leg) => [leg.from, leg.to]))].filter((id) => id !== 'browser');
  const configured = scenario.servers.map((server) => originOf(server.origin));
  const servers = addressed.length > 0 ? addressed : configured.slice(0, 1);
  const lane = (id: string, kind: Lane['kind'], name: Lane['name'], detail: string, absent = false): Lane => ({
    id,
    kind,
    name,
    detail,
    absent,
  });
  return [
    ...clientLanes(scenario, lane),
    ...servers.map((origin) => lane(origin, 'server', 'Server', origin, !configured.includes(origin))),
  ];
}

/** Who asks, and who does it for them. */
function clientLanes(
  scenario: Scenario,
  lane: (id: string, kind: Lane['kind'], name: Lane['name'], detail: string) => Lane,
): Lane[] {
  switch (scenario.client ?? 'browser') {
    case 'native-app':
      return [lane('page', 'page', 'App', 'no origin'), lane('browser', 'browser', 'HTTP client', 'no CORS')];
    case 'curl':
      return [lane('page', 'page', 'Shell', 'no origin'), lane('browser', 'browser', 'curl', 'no CORS')];
    case 'webview':
    case 'browser':
      return [
        lane('page', 'page', 'Page', pageOrigin(scenario)),
        lane('browser', 'browser', 'Browser', browserName(scenario)),
      ];
  }
}
