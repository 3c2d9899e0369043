import type { Server, ServerKind } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { djangoStarter } from './django';
import { expressStarter } from './express';
import { flaskStarter } from './flask';
import { headersStarter } from './headers';
import { nginxStarter } from './nginx';
import { policyOf } from './policy';

export interface StarterContext {
  origin: string;
  pageOrigin: string;
  /** Of the last run. */
  exchanges: readonly Exchange[];
}

export interface Starter {
  server: Server;
  /** Whether it answers with the CORS headers of the last run; null: there are none to answer with. */
  carries: boolean | null;
}

/** What a server of this kind holds before anything is typed: what was answered so far, where the kind can say it. */
export function starterOf(kind: ServerKind, { origin, pageOrigin, exchanges }: StarterContext): Starter {
  const policy = policyOf(origin, exchanges);
  const carried = (make: (of: typeof policy) => Server | null): Starter => {
    const server = make(policy);
    if (server) return { server, carries: policy ? true : null };
    return { server: make(null)!, carries: false };
  };
  switch (kind) {
    case 'headers':
      return carried(() => headersStarter(origin, pageOrigin, exchanges));
    case 'express':
      return carried((of) => expressStarter(origin, pageOrigin, of));
    case 'flask':
      return carried((of) => flaskStarter(origin, pageOrigin, of));
    case 'django':
      return carried((of) => djangoStarter(origin, pageOrigin, of));
    case 'nginx':
      return carried((of) => nginxStarter(origin, pageOrigin, of));
    case 'proxy':
      return { server: { origin, kind, prefix: '/api', target: 'https://backend.example.com' }, carries: false };
  }
}
