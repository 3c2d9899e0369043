import { useMemo } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import type { Scenario, Server } from '@/scenario/document';
import { useRun, type RunState } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { lineNow } from './line-now';

/** What ran, where the run on show is of this case. */
function useRan<Part>(select: (ran: Scenario) => Part | undefined): Part | undefined {
  const caseId = useScenario((state) => state.presetId);
  return useRun(({ scenario, source }: RunState) =>
    scenario && (!source || source.caseId === caseId) ? select(scenario) : undefined,
  );
}

export function useRanFrontend(visit: number | undefined): string | undefined {
  const isCurl = useScenario((state) => documentOf(state).client === 'curl');
  return useRan(({ client, frontend, earlier }) => {
    if ((client === 'curl') !== isCurl) return undefined;
    return visit === undefined ? frontend : earlier?.[visit]?.frontend;
  });
}

/** The server of this origin and kind. */
export function useRanServer({ origin, kind }: Pick<Server, 'origin' | 'kind'>): Server | undefined {
  const asked = originOfPage(origin);
  return useRan(({ servers }) =>
    servers.find((server) => server.kind === kind && originOfPage(server.origin) === asked),
  );
}

export const codeOf = (server: Server | undefined): string | undefined =>
  server && ('code' in server ? server.code : 'config' in server ? server.config : undefined);

/**
 * What a run says about lines of its code, at where these lines are now: until the next run is there, another text may
 * stand in the editor. The same list as long as nothing moves.
 */
export function useMoved<Said extends { line?: number }>(
  said: readonly Said[],
  ran: string | undefined,
  now: string | undefined,
): readonly Said[] {
  return useMemo(() => {
    if (ran === now) return said;
    if (ran === undefined || now === undefined) return [];
    const moved = said.flatMap((each): Said[] => {
      if (each.line === undefined) return [each];
      const line = lineNow(each.line, ran, now);
      return line === undefined ? [] : [{ ...each, line }];
    });
    return moved.every(({ line }, at) => line === said[at]?.line) && moved.length === said.length ? said : moved;
  }, [said, ran, now]);
}
