import type { ClientName, Scenario } from '@/scenario/document';
import type { SimulationResult } from '@/scenario/result';

export const clients: readonly { value: ClientName; label: string }[] = [
  { value: 'browser', label: 'Browser' },
  { value: 'webview', label: 'Webview' },
  { value: 'native-app', label: 'Native app' },
  { value: 'curl', label: 'curl' },
];

/** What the frontend holds in a client's language before anything is typed: the request that the last run made. */
export function frontendStarter(
  client: ClientName,
  document: Scenario,
  ran: Scenario | undefined,
  result: SimulationResult | undefined,
): string {
  const request =
    ran?.frontend === document.frontend ? result?.requests.find(({ visit }) => visit === undefined) : undefined;
  const url = request?.url ?? `${document.servers[0]?.origin ?? 'https://api.example.com'}/users`;
  const method = request?.method ?? 'GET';
  if (client !== 'curl') {
    return `const response = await fetch('${url}'${method === 'GET' ? '' : `, { method: '${method}' }`});\nconsole.log(await response.text());\n`;
  }
  const exchange = result?.exchanges.findLast(({ id, kind }) => kind === 'actual' && request?.exchanges.includes(id));
  const type = exchange?.requestHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const options = [
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(type ? [`-H ${quoted(`Content-Type: ${type}`)}`] : []),
    ...(exchange?.requestBody ? [`--data-raw ${quoted(exchange.requestBody)}`] : []),
  ];
  return `${[`curl -i ${quoted(url)}`, ...options].join(' \\\n  ')}\n`;
}

/** As a POSIX shell reads it back. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
