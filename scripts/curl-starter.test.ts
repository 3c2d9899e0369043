import { afterAll, describe, expect, it } from 'vitest';
import { createNodeEnvironment } from '@/cli/environment';
import type { Scenario } from '@/scenario/document';
import { presets } from '@/scenario/presets';
import { simulate } from '@/simulation';
import { frontendStarter } from '@/features/workbench/client/starter';

const environment = createNodeEnvironment();
afterAll(() => environment.close());
const run = (scenario: Scenario) => simulate(scenario, environment);

const asking = (frontend: string, more: Partial<Scenario> = {}): Scenario => ({
  version: 1,
  page: 'https://app.example.com/',
  frontend,
  servers: [{ origin: 'https://api.example.com', kind: 'headers', routes: [] }],
  ...more,
});
const URL = "'https://api.example.com/users/1'";

/** Method, address, body, and the headers that neither client makes by itself. */
async function sent(scenario: Scenario, client: 'native-app' | 'curl') {
  const { exchanges } = await run({ ...scenario, client });
  const exchange = exchanges.find(({ visit }) => visit === undefined)!;
  const own = exchange.requestHeaders
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => !/^(host|connection|accept-encoding|user-agent|content-length|origin|cookie)$/.test(name))
    .filter(([name, value]) => name !== 'accept' || value !== '*/*');
  return {
    method: exchange.method,
    url: exchange.url,
    body: exchange.requestBody,
    headers: own.map((pair) => pair.join(': ')).sort(),
  };
}

describe('a curl command made from the page’s code', () => {
  it('has method, headers and body, also of a request that its preflight stopped', async () => {
    const code = `await fetch(${URL}, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Trace': '42' }, body: JSON.stringify({ name: "it's" }) });`;
    expect(await frontendStarter('curl', asking(code), run)).toBe(
      [
        'curl -i https://api.example.com/users/1',
        '-X PUT',
        "-H 'Origin: https://app.example.com'",
        "-H 'Content-Type: application/json'",
        "-H 'X-Trace: 42'",
        String.raw`--data-raw '{"name":"it'\''s"}'`,
      ].join(' \\\n  ') + '\n',
    );
  });

  it('has the cookies that the browser sent', async () => {
    const cookies = [{ url: 'https://api.example.com/', setCookie: 'session=ada; SameSite=None; Secure' }];
    const code = `await fetch(${URL}, { credentials: 'include' });`;
    expect(await frontendStarter('curl', asking(code, { cookies }), run)).toContain('-b session=ada');
    expect(await frontendStarter('curl', asking(`await fetch(${URL});`, { cookies }), run)).not.toContain('-b');
  });

  it('has what a native app sets itself', async () => {
    const code = `await fetch(${URL}, { headers: { Origin: 'https://else.example', Cookie: 'a=1' } });`;
    const command = await frontendStarter('curl', asking(code, { client: 'native-app' }), run);
    expect(command).toContain("-H 'Origin: https://else.example'");
    expect(command).toContain("-H 'Cookie: a=1'");
  });

  it.each<[string, string | Scenario]>([
    ['GET', `await fetch(${URL});`],
    ['HEAD', `await fetch(${URL}, { method: 'HEAD' });`],
    ['POST without a body', `await fetch(${URL}, { method: 'POST' });`],
    ['form data', `await fetch(${URL}, { method: 'POST', body: new URLSearchParams({ a: 'b c', d: '"' }) });`],
    [
      'many parts, with their line breaks',
      `const data = new FormData(); data.append('a', 'one\\ntwo \\\\ \\'x\\''); await fetch(${URL}, { method: 'POST', body: data });`,
    ],
    ['a header without a value', `await fetch(${URL}, { headers: { 'X-Empty': '' } });`],
    [
      'XMLHttpRequest',
      `const xhr = new XMLHttpRequest(); xhr.open('PATCH', ${URL}); xhr.setRequestHeader('X-A', '1'); xhr.send('text');`,
    ],
    ...presets
      .filter(({ scenario: { client } }) => !client)
      .filter(({ scenario }) => !scenario.servers.some(({ kind }) => kind === 'flask' || kind === 'django'))
      .map(({ title, scenario }): [string, Scenario] => [title, scenario]),
  ])('sends what the code sends: %s', async (_what, given) => {
    const scenario = typeof given === 'string' ? asking(given) : given;
    const frontend = await frontendStarter('curl', scenario, run);
    expect(await sent({ ...scenario, frontend }, 'curl')).toEqual(await sent(scenario, 'native-app'));
  });

  it('asks the first server where the code asks nobody', async () => {
    expect(await frontendStarter('curl', asking('console.log(1)'), run)).toBe(
      'curl -i https://api.example.com/users\n',
    );
  });
});

describe('code made from a curl command', () => {
  it('has method, headers and body', async () => {
    const command = `curl ${URL} --json '{"a":1}' -X PUT -H 'X-A: 1' -b a=1`;
    expect(await frontendStarter('browser', asking(command, { client: 'curl' }), run)).toBe(
      `const response = await fetch("https://api.example.com/users/1", {
  "method": "PUT",
  "headers": {
    "Content-Type": "application/json",
    "Accept": "application/json",
    "X-A": "1"
  },
  "credentials": "include",
  "body": "{\\"a\\":1}"
});
console.log(await response.text());
`,
    );
  });

  it('asks the first server where the command is none', async () => {
    expect(await frontendStarter('browser', asking('curl', { client: 'curl' }), run)).toBe(
      "const response = await fetch('https://api.example.com/users');\nconsole.log(await response.text());\n",
    );
  });
});
