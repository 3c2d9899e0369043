import type { Server, ServerKind } from '@/scenario/document';
import type { Exchange } from '@/scenario/result';
import { djangoStarter, expressStarter, flaskStarter, headersStarter, proxyStarter } from './starters';

interface StarterContext {
  origin: string;
  pageOrigin: string;
  /** Of the last run. */
  exchanges: readonly Exchange[];
}

interface EditableKind {
  kind: ServerKind;
  label: string;
  /** What a server of this kind holds before anything is typed. */
  starter: (context: StarterContext) => Server;
}

/** The kinds of server the switch offers, in its order. */
export const editableKinds: readonly EditableKind[] = [
  {
    kind: 'headers',
    label: 'Headers',
    starter: ({ origin, pageOrigin, exchanges }) => headersStarter(origin, pageOrigin, exchanges),
  },
  { kind: 'express', label: 'Express', starter: ({ origin, pageOrigin }) => expressStarter(origin, pageOrigin) },
  { kind: 'flask', label: 'Flask', starter: ({ origin, pageOrigin }) => flaskStarter(origin, pageOrigin) },
  { kind: 'django', label: 'Django', starter: ({ origin, pageOrigin }) => djangoStarter(origin, pageOrigin) },
  { kind: 'proxy', label: 'Proxy', starter: ({ origin }) => proxyStarter(origin) },
];

const furtherLabels: Partial<Record<ServerKind, string>> = {
  nginx: 'nginx',
};

/** The switch's tabs for a server: a kind that only documents bring is shown where it is, and not offered elsewhere. */
export function kindChoices(shown: ServerKind): { value: ServerKind; label: string }[] {
  const offered = editableKinds.map(({ kind, label }) => ({ value: kind, label }));
  const further = furtherLabels[shown];
  return further ? [...offered, { value: shown, label: further }] : offered;
}

export function starterOf(kind: ServerKind, context: StarterContext): Server | undefined {
  return editableKinds.find((known) => known.kind === kind)?.starter(context);
}
