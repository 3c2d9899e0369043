import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario } from '@/scenario/document';
import { simulate } from '@/simulation';
import { createNodeEnvironment } from './environment';

const scenario: Scenario = {
  version: 1,
  page: 'https://app.example.com/',
  frontend: `const paths = ['/${'a'.repeat(60)}!', '/fine'];
for (const path of paths) {
  await fetch('https://api.example.com' + path).then(
    async (answer) => console.log(await answer.text()),
    (error) => console.log(error.message),
  );
}`,
  servers: [
    {
      origin: 'https://api.example.com',
      kind: 'nginx',
      config:
        'add_header Access-Control-Allow-Origin *;\nlocation ~ ^/(a+)+$ { return 200 as; }\nlocation / { return 200 fine; }',
    },
  ],
};

describe('a pattern that nginx would try for ever', () => {
  const environment = createNodeEnvironment();
  afterAll(() => environment.close());

  it('is stopped and named by its line, the connection closed, and the next request answered', async () => {
    const { serverErrors, exchanges, console: lines } = await simulate(scenario, environment);
    expect(serverErrors).toEqual([
      {
        origin: 'https://api.example.com',
        message: expect.stringContaining('A pattern was still being tried after 1.5 seconds') as string,
        line: 2,
      },
    ]);
    expect(exchanges.map(({ status }) => status)).toEqual([0, 200]);
    expect(lines.filter(({ source }) => source === 'code').map(({ text }) => text)).toEqual([
      'Failed to fetch',
      'fine',
    ]);
  });
});
