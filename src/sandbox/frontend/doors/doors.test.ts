import { describe, expect, it } from 'vitest';
import type { BrowserName } from '@/engine';
import { runPage } from '../../testing/open-page';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>';

/** Modules that the page imports the first of; what Chromium 156, Firefox 153 and WebKitGTK 2.50 said is expected. */
async function runModules(files: Record<string, string>, browser: BrowserName = 'chromium') {
  const { lines } = await runPage(
    `globalThis.report = (...words) => console.log(...words);
     try { const m = await import('/m/a.js'); report(Object.keys(m).join()); } catch (error) { report(error.name, error.message); }`,
    ({ url }) => ({ headers: [['content-type', 'text/javascript']], body: files[url.split('/m/')[1]!] ?? null }),
    { browser },
  );
  return lines;
}

describe('modules that import one another', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'use what is there when it is called',
      {
        'a.js': "import { b } from './b.js'; report('a', b()); export const a = () => 'A'; export { b };",
        'b.js': "import { a } from './a.js'; report('b'); export const b = () => 'B'; setTimeout(() => report(a()));",
      },
      ['b', 'a B', 'a,b', 'A'],
    ],
    [
      'call functions of one that has not run',
      {
        'a.js': "import './b.js'; report('a'); export function a() { return 'A'; }",
        'b.js': "import { a } from './a.js'; report('b', a());",
      },
      ['b A', 'a', 'a'],
    ],
    [
      'find no constant of one that has not run',
      {
        'a.js': "import './b.js'; report('a'); export const a = 1;",
        'b.js': "import { a } from './a.js'; try { report('b', a); } catch (e) { report(e.name, e.message); }",
      },
      ["ReferenceError Cannot access 'a' before initialization", 'a', 'a'],
    ],
    [
      'may be one and the same',
      { 'a.js': "import * as me from './a.js'; export const a = 1; report(me.a, Object.keys(me).join());" },
      ['1 a', 'a'],
    ],
    [
      'run each once, in their order',
      {
        'a.js': "import './b.js'; import './c.js'; report('a');",
        'b.js': "import './d.js'; report('b');",
        'c.js': "import './d.js'; report('c');",
        'd.js': "import './a.js'; report('d');",
      },
      ['d', 'b', 'c', 'a', ''],
    ],
    [
      'give on what others export',
      {
        'a.js': "export * from './b.js'; export const a = 1;",
        'b.js': "export * from './a.js'; export const b = 2; export default 3;",
      },
      ['a,b'],
    ],
  ])('%s', async (_what, files, expected) => {
    expect(await runModules(files)).toEqual(expected);
  });
});

describe('what a module imports', () => {
  it('is a binding that cannot be assigned to', async () => {
    const lines = await runModules({
      'a.js':
        "import { n, up } from './b.js'; import d from './b.js'; import * as all from './b.js'; report(n, d); up(); report(n, d, all.n); try { n = 4; } catch (e) { report(e.name); } { const n = 'mine'; report(n); } report(`${n}`, { n }.n, [n].map((n) => n + 1).join(), typeof n); export { n as again };",
      'b.js': 'export let n = 1; export const up = () => { n += 1; }; export default n;',
    });
    expect(lines).toEqual(['1 1', '2 1 2', 'TypeError', 'mine', '2 2 3 number', 'again']);
  });

  it.each([
    ['chromium', "SyntaxError The requested module './b.js' does not provide an export named 'nope'"],
    [
      'firefox',
      "SyntaxError The requested module 'https://app.example.com/m/b.js' doesn't provide an export named: 'nope'",
    ],
    ['webkit', "SyntaxError Importing binding name 'nope' is not found."],
  ] as const)('has to be there, as %s says it', async (browser, says) => {
    const files = { 'a.js': "import { nope } from './b.js'; report('ran');", 'b.js': 'export const b = 1;' };
    expect(await runModules(files, browser)).toEqual([says]);
  });
});

describe('the small DOM', () => {
  it.each([
    ["document.createElement('iframe')", "document.createElement('iframe') is not offered"],
    ["document.createElement('video')", "document.createElement('video') is not offered"],
    ["document.createElement('div').innerHTML = '<p>'", "An element's innerHTML is not offered"],
    ["document.createElement('canvas').getContext('webgl')", "canvas.getContext('webgl') is not offered"],
    ["document.querySelector('a > b')", 'The selector "a > b" is not offered'],
    ["document.write('x')", 'document.write is not offered'],
  ])('says by name that it does not have %s', async (code, message) => {
    const { lines } = await runPage(`document.body; try { ${code}; } catch (error) { console.log(error.message); }`);
    expect(lines.join()).toContain(message);
  });

  it.each([
    ['chromium', 'Failed to execute'],
    ['firefox', 'Child to insert before is not a child of this node'],
    ['webkit', 'The object can not be found here.'],
  ] as const)('puts a child before another that may stand behind it, as %s does', async (browser, says) => {
    const { lines } = await runPage(
      `const box = document.createElement('div');
       const [a, b, c] = ['a', 'b', 'c'].map((id) => { const p = document.createElement('p'); p.id = id; box.append(p); return p; });
       const tell = () => console.log(box.children.map(({ id }) => id).join(''));
       box.insertBefore(a, c); tell();
       box.insertBefore(b, b); tell();
       box.insertBefore(b, null); tell();
       try { box.insertBefore(a, document.body); } catch (error) { console.log(error.name, error.message); }
       try { box.removeChild(document.body); } catch (error) { console.log(error.name); }
       tell();`,
      undefined,
      { browser },
    );
    expect(lines).toEqual(['bac', 'bac', 'acb', expect.stringContaining(`NotFoundError`), 'NotFoundError', 'acb']);
    expect(lines[3]).toContain(says);
  });

  it('asks for a script when it comes into the document, once', async () => {
    const { requests } = await runPage(
      "const s = document.createElement('script'); s.src = '/a.js'; const box = document.createElement('div'); box.append(s); document.body.append(box); document.head.append(s);",
    );
    expect(requests.map(({ url, mode, credentials }) => [url, mode, credentials])).toEqual([
      ['https://app.example.com/a.js', 'no-cors', 'include'],
    ]);
  });

  it('asks for an image as soon as it has an address, with the crossOrigin that follows', async () => {
    const { requests } = await runPage("const i = new Image(); i.src = '/a.svg'; i.crossOrigin = 'use-credentials';");
    expect(requests.map(({ mode, credentials, destination }) => [mode, credentials, destination])).toEqual([
      ['cors', 'include', 'image'],
    ]);
  });

  it('runs scripts with async = false in their order, whichever comes first', async () => {
    const { lines } = await runPage(
      "for (const name of ['slow', 'fast']) { const s = document.createElement('script'); s.async = false; s.src = name; document.head.append(s); }",
      ({ url }) => ({ after: url.endsWith('slow') ? 100 : 10, body: `console.log('${url.slice(-4)}')` }),
    );
    expect(lines).toEqual(['slow', 'fast']);
  });

  it('taints a canvas that a tainted canvas is drawn on', async () => {
    const { lines } = await runPage(
      `const image = new Image(); image.src = 'https://other.example/a.svg'; await image.decode();
       const [a, b] = [0, 1].map(() => document.createElement('canvas').getContext('2d'));
       a.drawImage(image, 0, 0); b.drawImage(a.canvas, 0, 0);
       try { b.canvas.toDataURL(); } catch (error) { console.log(error.name); }`,
      () => ({ type: 'opaque', headers: [['content-type', 'image/svg+xml']], body: SVG }),
    );
    expect(lines).toEqual(['SecurityError']);
  });

  it('sends the fields of a form, and says that its answer replaces the page', async () => {
    const { requests, lines } = await runPage(
      "const f = document.createElement('form'); f.method = 'POST'; f.enctype = 'text/plain'; f.action = '/to'; const i = document.createElement('input'); i.name = 'a'; i.value = 'b c'; f.append(i); document.body.append(f); f.submit();",
    );
    expect(requests.map(({ method, mode, body }) => [method, mode, String.fromCharCode(...(body ?? []))])).toEqual([
      ['POST', 'navigate', 'a=b c\r\n'],
    ]);
    expect(lines.join()).toContain('replaces this page');
  });

  it('refuses a beacon over the quota', async () => {
    const { lines, requests } = await runPage("console.log(navigator.sendBeacon('/a', 'x'.repeat(70000)));");
    expect([lines, requests]).toEqual([['false'], []]);
  });

  it('ends an EventSource that would ask for ever', async () => {
    const { requests, lines } = await runPage("new EventSource('/events');", () => ({
      headers: [['content-type', 'text/event-stream']],
    }));
    expect(requests).toHaveLength(4);
    expect(lines.join()).toContain('asked 4 times');
  });
});
