import type { ServerState, StateChange } from '@/scenario/result';

/** Collects what each server keeps in its variables: as it began, as it is, and which exchange changed what. */
export class ServerStates {
  private readonly states = new Map<string, ServerState>();

  /** The first state of a server is the one it begins with. */
  take(origin: string, state: unknown, exchange: number | undefined): void {
    const known = this.states.get(origin);
    if (!known) {
      this.states.set(origin, { origin, before: state, after: state, changes: [] });
      return;
    }
    known.changes.push(
      ...changesBetween(known.after, state, '').map((change) => ({
        ...change,
        ...(exchange === undefined ? {} : { exchange }),
      })),
    );
    known.after = state;
  }

  /** What they keep now is what they begin with. */
  begin(): void {
    for (const [origin, { after }] of this.states)
      this.states.set(origin, { origin, before: after, after, changes: [] });
  }

  all(): ServerState[] {
    return [...this.states.values()];
  }
}

type Members = Record<string, unknown>;

/** Innermost values that differ. `from` or `to` is left out where there is none. */
function changesBetween(before: unknown, after: unknown, path: string): StateChange[] {
  if (isMembers(before) && isMembers(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changesBetween(before[name], after[name], below(path, name, before)));
  }
  if (before === after) return [];
  return [{ path, ...(before === undefined ? {} : { from: before }), ...(after === undefined ? {} : { to: after }) }];
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function below(path: string, name: string, parent: unknown): string {
  if (Array.isArray(parent)) return `${path}[${name}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}
