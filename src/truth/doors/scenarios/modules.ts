import { OTHER, OWN, type Door, type DoorAnswer } from '../door';
import { ANY, crossOriginDoors, door, element, type, WITH_CREDENTIALS } from '../elements';

const PATH = '/lib/module.js';
const JAVASCRIPT = type('text/javascript');
const BODY = "report('ran');";

const moduleScript = (url: string, crossOrigin?: string) =>
  `window.report = report;\n${element('script', { type: 'module', ...(crossOrigin ? { crossOrigin } : {}), src: url })}`;

const imported = (id: string, origin: string, answer: DoorAnswer): Door =>
  door(
    `import-${id}`,
    `try {\n  const module = await import('${origin}${PATH}');\n  report(module.answer, module.default());\n} catch (error) {\n  report(error.name, error.message);\n}`,
    {
      [origin + PATH]: {
        headers: [JAVASCRIPT],
        body: "export const answer = 42;\nexport default function hello() { return 'hello'; }",
        ...answer,
      },
    },
  );

/** Modules of the page's own origin; the first of them is imported, and says what it exports. */
const together = (id: string, files: Record<string, string>): Door =>
  door(
    `import-${id}`,
    `window.report = report;\ntry {\n  const module = await import('${OWN}/m/a.js');\n  report(Object.keys(module).join());\n} catch (error) {\n  report(error.name, error.message);\n}\nawait new Promise((done) => setTimeout(done, 50));`,
    Object.fromEntries(
      Object.entries(files).map(([name, body]) => [`${OWN}/m/${name}.js`, { headers: [JAVASCRIPT], body }]),
    ),
  );

export const MODULE_DOORS: Door[] = [
  ...crossOriginDoors('module', PATH, { headers: [JAVASCRIPT], body: BODY }, moduleScript).filter(
    ({ id }) => !id.endsWith('-same-origin-anonymous'),
  ),
  door('module-text', moduleScript(OTHER + PATH), {
    [OTHER + PATH]: { headers: [type('text/plain'), ANY], body: BODY },
  }),
  door('module-not-found', moduleScript(OTHER + PATH), {
    [OTHER + PATH]: { status: 404, headers: [JAVASCRIPT, ANY], body: BODY },
  }),
  door('module-that-imports', moduleScript(`${OTHER}/lib/main.js`), {
    [`${OTHER}/lib/main.js`]: { headers: [JAVASCRIPT, ANY], body: "import { word } from './word.js';\nreport(word);" },
    [`${OTHER}/lib/word.js`]: { headers: [JAVASCRIPT, ANY], body: "export const word = 'hello';" },
  }),
  together('one-another', {
    a: "import { b } from './b.js';\nreport('a', b());\nexport const a = () => 'A';\nexport { b };",
    b: "import { a } from './a.js';\nreport('b');\nexport const b = () => 'B';\nsetTimeout(() => report(a()));",
  }),
  together('one-another-at-once', {
    a: "import './b.js';\nreport('a');\nexport function a() { return 'A'; }",
    b: "import { a } from './a.js';\nreport('b', a());",
  }),
  together('one-another-too-early', {
    a: "import './b.js';\nreport('a');\nexport const a = 1;",
    b: "import { a } from './a.js';\ntry { report(a); } catch (error) { report(error.name); }",
  }),
  together('live-bindings', {
    a: "import { n, up } from './b.js';\nup();\nreport(n, { n }.n, [1].map((n) => n).join());\ntry { n = 4; } catch (error) { report(error.name); }\nexport { n as again };",
    b: 'export let n = 1;\nexport const up = () => { n += 1; };',
  }),
  together('exports-of-others', {
    a: "export * from './b.js';\nexport const a = 1;",
    b: "export * from './a.js';\nexport const b = 2;\nexport default 3;",
  }),
  together('missing-export', {
    a: "import { nope } from './b.js';\nreport('ran');",
    b: 'export const b = 1;',
  }),
  imported('same-origin', OWN, {}),
  imported('refused', OTHER, {}),
  imported('any', OTHER, { headers: [JAVASCRIPT, ANY] }),
  imported('origin', OTHER, { headers: [JAVASCRIPT, ...WITH_CREDENTIALS] }),
];
