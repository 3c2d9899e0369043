import type { Simulate } from '@/stores/run';

/**
 * Simulates in the page. Engine, servers and the simulated network come with the first call: the page is drawn before
 * they are asked for. A part that failed to load is asked for again by the next run.
 */
export function pageSimulator(): Simulate {
  let parts: ReturnType<typeof load> | undefined;
  return async (scenario) => {
    parts ??= load();
    const { simulate, environment } = await parts.catch((error: unknown) => {
      parts = undefined;
      throw error;
    });
    return simulate(scenario, environment);
  };
}

async function load() {
  const [{ simulate }, { createPageEnvironment }] = await Promise.all([
    import('@/simulation'),
    import('./environment'),
  ]);
  return { simulate, environment: await createPageEnvironment() };
}
