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
  imported('same-origin', OWN, {}),
  imported('refused', OTHER, {}),
  imported('any', OTHER, { headers: [JAVASCRIPT, ANY] }),
  imported('origin', OTHER, { headers: [JAVASCRIPT, ...WITH_CREDENTIALS] }),
];
