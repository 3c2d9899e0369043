import { afterAll, describe, expect, it } from 'vitest';
import type { Server } from '@/scenario/document';
import { asking, changes, GET, GET_WITH_COOKIES, openRepair } from './repair-for-test';

const opened = openRepair();
afterAll(() => opened.close());

const APP = 'https://app.example.com';
const express = (middleware: string, head = ''): Partial<Server> & Pick<Server, 'kind'> => ({
  kind: 'express',
  code: `const express = require('express');
${head || "const cors = require('cors');"}
const app = express();
${middleware}
app.get('/users', (req, res) => res.json([]));
app.listen(3000);
`,
});
const nginx = (...lines: string[]): Partial<Server> & Pick<Server, 'kind'> => ({
  kind: 'nginx',
  config: `server {\n  location / {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`,
});

describe('a server that lets in whoever asks, and lacks only the header for credentials', () => {
  it.each([
    ['cors() that gives back any origin', express('app.use(cors({ origin: true }));')],
    [
      'middleware of its own',
      express(
        "app.use((req, res, next) => {\n  res.header('Access-Control-Allow-Origin', req.headers.origin);\n  next();\n});",
        '// by hand',
      ),
    ],
    ['nginx', nginx('add_header Access-Control-Allow-Origin $http_origin always;', "return 200 '[]';")],
    ['a pattern without an end', express('app.use(cors({ origin: /example\\.com/ }));')],
    ['a pattern without a beginning', express('app.use(cors({ origin: /example\\.com$/ }));')],
  ])('is first told to let in the page alone: %s', async (_, server) => {
    const { fixes } = await opened.repair(asking(GET_WITH_COOKIES, server));
    expect(fixes[0]?.opening).toBe('credentials');
    expect(fixes[0]?.title).toMatch(/^Allow credentials and allow only https:\/\/app\.example\.com( instead)?$/);
    const wide = fixes.find(({ title }) => title === 'Allow credentials');
    expect(wide?.opening).toBe('unsafe');
    expect(wide?.opens).toMatch(
      /^(Every page that the user opens|A page of https:\/\/\S+) may then read what the server tells/,
    );
    expect(fixes.filter(({ opening }) => opening === 'unsafe')).toHaveLength(1);
  });

  it('names who passes for the page', async () => {
    const { fixes } = await opened.repair(
      asking(GET_WITH_COOKIES, express('app.use(cors({ origin: /example\\.com$/ }));')),
    );
    const wide = fixes.find(({ opening }) => opening === 'unsafe');
    expect(wide?.opens).toMatch(/^A page of https:\/\/[\w.-]*evil-?example\.com may then read/);
  });
});

describe('what a fix opens', () => {
  it('is everybody where the header says so already, whatever the page needs', async () => {
    const { fixes } = await opened.repair(
      asking(GET, nginx("add_header 'Access-Control-Allow-Origin' '*';", "return 404 '{}';")),
    );
    expect(fixes[0]).toMatchObject({
      title: 'Send Access-Control-Allow-Origin on errors too',
      opens:
        'Every site may read this answer, without the user’s cookies. Right for what is public. The answer stays a 404.',
    });
  });

  it('is the page alone where nobody else is let in', async () => {
    const { fixes } = await opened.repair(
      asking(GET, express(`app.use(cors({ origin: 'https://www.example.com' }));`)),
    );
    expect(fixes[0]).toMatchObject({
      opening: 'origin',
      opens: `Pages of ${APP} may then read it; a stranger’s may not.`,
    });
  });
});

describe('a pattern that lets other pages in', () => {
  it('is kept beside the new origin', async () => {
    const { fixes } = await opened.repair(asking(GET, express('app.use(cors({ origin: /^http:\\/\\/localhost/ }));')));
    expect(changes(fixes[0]!)[1]).toBe(`+ app.use(cors({ origin: [/^http:\\/\\/localhost/, '${APP}'] }));`);
  });
});
