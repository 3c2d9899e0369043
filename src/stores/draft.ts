import type { ClientName, Scenario, Server, ServerKind } from '@/scenario/document';

/** A document being edited, with what each server's other kinds hold: nothing typed is lost by switching. */
export interface Draft {
  document: Scenario;
  /** By index into `document.servers`. */
  held: Partial<Record<ServerKind, Server>>[];
  /** The frontend in the language that is not shown: a curl command, or JavaScript. */
  heldFrontend?: string;
}

export const draftOf = (document: Scenario): Draft => ({ document, held: [] });

const replaced = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((old, at) => (at === index ? item : old));

export function afterServerEdit(draft: Draft, index: number, change: (server: Server) => Server): Draft {
  const server = draft.document.servers[index];
  if (!server) return draft;
  return {
    ...draft,
    document: { ...draft.document, servers: replaced(draft.document.servers, index, change(server)) },
  };
}

/** A server at an origin that none has yet. */
export function afterServerAdded(draft: Draft): Draft {
  const { servers } = draft.document;
  const taken = new Set(servers.map(({ origin }) => origin));
  let number = servers.length + 1;
  while (taken.has(`https://api${number}.example.com`)) number += 1;
  const added: Server = {
    origin: `https://api${number}.example.com`,
    kind: 'express',
    code: '// app is an Express app.\n',
  };
  return { ...draft, document: { ...draft.document, servers: [...servers, added] } };
}

export function afterServerRemoved(draft: Draft, index: number): Draft {
  const others = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== index);
  return {
    ...draft,
    document: { ...draft.document, servers: others(draft.document.servers) },
    held: others(draft.document.servers.map((_, at) => draft.held[at] ?? {})),
  };
}

/** The origin belongs to the place, not to the kind: a kind that comes back answers at the origin as it is now. */
export function afterKindSwitch(draft: Draft, index: number, kind: ServerKind, starter: Server): Draft {
  const server = draft.document.servers[index];
  if (!server || server.kind === kind) return draft;
  const before = draft.held[index] ?? {};
  const next: Server = { ...(before[kind] ?? starter), origin: server.origin };
  const held = draft.document.servers.map((_, at) =>
    at === index ? { ...before, [server.kind]: server } : (draft.held[at] ?? {}),
  );
  return { ...draft, document: { ...draft.document, servers: replaced(draft.document.servers, index, next) }, held };
}

/** A curl command and JavaScript do not read one another: each is kept while the other is shown. */
export function afterClientSwitch(draft: Draft, client: ClientName, starter: string): Draft {
  const { document } = draft;
  const isSwitch = (document.client === 'curl') !== (client === 'curl');
  if (!isSwitch) return { ...draft, document: { ...document, client } };
  return {
    ...draft,
    document: { ...document, client, frontend: draft.heldFrontend ?? starter },
    heldFrontend: document.frontend,
  };
}

/** Whether the learner changed the document; which browser looks at it is no change of it. */
export function isEdited(document: Scenario, original: Scenario): boolean {
  const comparable = (scenario: Scenario): string => JSON.stringify({ ...scenario, browser: undefined });
  return comparable(document) !== comparable(original);
}
