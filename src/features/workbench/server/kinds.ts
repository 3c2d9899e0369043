import type { Server, ServerKind } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';

interface StarterContext {
  origin: string;
  pageOrigin: string;
  /** Of the last run. */
  exchanges: readonly Exchange[];
}

/** The kinds of server the switch offers, in its order. */
const offeredKinds: readonly { value: ServerKind; label: string }[] = [
  { value: 'headers', label: 'Headers' },
  { value: 'express', label: 'Express' },
  { value: 'flask', label: 'Flask' },
  { value: 'django', label: 'Django' },
  { value: 'proxy', label: 'Proxy' },
];

const furtherLabels: Partial<Record<ServerKind, string>> = {
  nginx: 'nginx',
};

/** The switch's tabs for a server: a kind that only documents bring is shown where it is, and not offered elsewhere. */
export function kindChoices(shown: ServerKind): readonly { value: ServerKind; label: string }[] {
  const further = furtherLabels[shown];
  return further ? [...offeredKinds, { value: shown, label: further }] : offeredKinds;
}

/** What a server of this kind holds before anything is typed; undefined for a kind that is not offered. */
export async function starterOf(kind: ServerKind, context: StarterContext): Promise<Server | undefined> {
  const { origin, pageOrigin, exchanges } = context;
  const starters = await import('./starters');
  switch (kind) {
    case 'headers':
      return starters.headersStarter(origin, pageOrigin, exchanges);
    case 'express':
      return starters.expressStarter(origin, pageOrigin);
    case 'flask':
      return starters.flaskStarter(origin, pageOrigin);
    case 'django':
      return starters.djangoStarter(origin, pageOrigin);
    case 'proxy':
      return starters.proxyStarter(origin);
    case 'nginx':
      return undefined;
  }
}
