import type { Server, ServerKind } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';

interface StarterContext {
  origin: string;
  pageOrigin: string;
  /** Of the last run. */
  exchanges: readonly Exchange[];
}

/** The kinds of server the switch offers, in its order. */
export const serverKinds: readonly { value: ServerKind; label: string }[] = [
  { value: 'headers', label: 'Headers' },
  { value: 'express', label: 'Express' },
  { value: 'flask', label: 'Flask' },
  { value: 'django', label: 'Django' },
  { value: 'nginx', label: 'nginx' },
  { value: 'proxy', label: 'Proxy' },
];

/** What a server of this kind holds before anything is typed. */
export async function starterOf(kind: ServerKind, context: StarterContext): Promise<Server> {
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
      return starters.nginxStarter(origin, pageOrigin);
  }
}
