import type { Scenario, Server, ServerKind } from '@/scenario/document';
import { parseScenario } from '@/scenario/parse';
import type { Draft } from './draft';
import { isDemonstrationPreset } from './preset-id';
import type { ScenarioData } from './scenario';

const key = 'cors-gate-by-gate/scenario';

type Saved = Pick<ScenarioData, 'presetId' | 'draft' | 'left'>;

/**
 * What an earlier visit left, as far as it still parses: one broken part does not cost the rest.
 * Undefined where there is nothing, or nothing usable; never throws.
 */
export function readSaved(storage: Pick<Storage, 'getItem'>): Saved | undefined {
  try {
    const saved: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (!isRecord(saved) || typeof saved.presetId !== 'string') return undefined;
    const draft = draftFrom(saved.draft);
    if (!draft) return undefined;
    const left: Record<string, Draft> = {};
    for (const [id, value] of Object.entries(isRecord(saved.left) ? saved.left : {})) {
      const other = draftFrom(value);
      if (other && !isDemonstrationPreset(id)) left[id] = other;
    }
    return { presetId: saved.presetId, draft, left };
  } catch {
    return undefined;
  }
}

/** Storage may be full or forbidden (private windows); the work then lives as long as the page does. */
export function writeSaved(storage: Pick<Storage, 'setItem'>, { presetId, draft, left }: ScenarioData): void {
  try {
    storage.setItem(key, JSON.stringify({ presetId, draft, left } satisfies Saved));
  } catch {
    return;
  }
}

/** An edited document from stored text; undefined where it does not parse. */
export function draftFrom(value: unknown): Draft | undefined {
  if (!isRecord(value)) return undefined;
  const parsed = parseScenario(value.document);
  if (!parsed.ok) return undefined;
  const held = Array.isArray(value.held) ? value.held.map((kinds) => heldFrom(kinds, parsed.scenario)) : [];
  const heldFrontend = typeof value.heldFrontend === 'string' ? { heldFrontend: value.heldFrontend } : {};
  return { document: parsed.scenario, held, ...heldFrontend };
}

function heldFrom(value: unknown, document: Scenario): Partial<Record<ServerKind, Server>> {
  const held: Partial<Record<ServerKind, Server>> = {};
  for (const server of Object.values(isRecord(value) ? value : {})) {
    const parsed = parseScenario({ ...document, servers: [server] });
    const kept = parsed.ok ? parsed.scenario.servers[0] : undefined;
    if (kept) held[kept.kind] = kept;
  }
  return held;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
