import { createNodeEnvironment } from '@/cli/environment';
import { simulate } from '@/simulation';
import { toScenario } from '@/truth/to-scenario';
import type { Contender } from './contender';

/** All of it: the code in its sandbox, the engine, the wire, the servers, the sentences. */
export function simulation(environment: ReturnType<typeof createNodeEnvironment>): Contender {
  return {
    name: 'this, whole simulation',
    prepare({ recording }) {
      const scenario = toScenario(recording, 'chromium');
      return async () => {
        const { requests, exchanges } = await simulate(scenario, environment);
        return {
          outcome: requests[0]?.outcome ?? 'rejected',
          requests: exchanges.map(({ method }) => method).join(' '),
        };
      };
    },
  };
}
