import type { Simulate } from '@/stores/run';

export interface PageSimulator {
  simulate: Simulate;
  /** The same, with the messages kept in the page: what is tried on the side stays out of the learner’s DevTools. */
  simulateAside: Simulate;
}

/**
 * Simulates in the page. Engine, servers and the simulated network come with the first call: the page is drawn before
 * they are asked for. A part that failed to load is asked for again by the next run.
 */
export function pageSimulator(): PageSimulator {
  let parts: ReturnType<typeof load> | undefined;
  const loaded = () => {
    parts ??= load();
    return parts.catch((error: unknown) => {
      parts = undefined;
      throw error;
    });
  };
  return {
    simulate: async (scenario, kept) => {
      const { simulate, environment } = await loaded();
      return simulate(scenario, environment, kept);
    },
    simulateAside: async (scenario, kept) => {
      const { simulate, environment } = await loaded();
      return simulate(scenario, { ...environment, wire: environment.inProcess }, kept);
    },
  };
}

async function load() {
  const [{ simulate }, { createPageEnvironment }] = await Promise.all([
    import('@/simulation'),
    import('./environment'),
  ]);
  return { simulate, environment: await createPageEnvironment() };
}
