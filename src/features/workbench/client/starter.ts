import { asCurlOfCode, asFetch } from '@/explain/as-command';
import type { ClientName, Scenario } from '@/scenario/document';
import type { Exchange, SimulationResult } from '@/scenario/result';

type Run = (scenario: Scenario) => Promise<SimulationResult>;

/** What the frontend holds in a client's language before anything is typed: the first request of what it holds now. */
export async function frontendStarter(client: ClientName, scenario: Scenario, run: Run): Promise<string> {
  const exchangesOf = async (who: ClientName): Promise<Exchange[]> => {
    const result = await run({ ...scenario, client: who, extension: false }).catch(() => null);
    const first = result?.requests.find(({ visit }) => visit === undefined);
    return result?.exchanges.filter(({ id }) => first?.exchanges.includes(id)) ?? [];
  };
  const url = `${scenario.servers[0]?.origin ?? 'https://api.example.com'}/users`;
  if (client !== 'curl') {
    const [exchange] = await exchangesOf('curl');
    const call = exchange ? asFetch(exchange) : `await fetch('${url}');`;
    return `const response = ${call}\nconsole.log(await response.text());\n`;
  }
  // A native app adds no header to those of the code, and asks nobody first: nothing of the request is lost to a preflight.
  const [plain] = await exchangesOf('native-app');
  if (!plain) return `curl -i ${url}\n`;
  return asCurlOfCode(plain, scenario.client === 'native-app' ? [] : await exchangesOf('browser'));
}
