import { httpUrl, url } from './addresses';
import { arrayOf, boolean, object, oneOf, optional, string, type ScenarioError } from './checks';
import type { Scenario } from './document';
import { server } from './servers';

export type { ScenarioError } from './checks';
export type ParsedScenario = { ok: true; scenario: Scenario } | { ok: false; errors: ScenarioError[] };

const visit = { page: url, sandbox: optional(boolean), frontend: string };

const scenario = object({
  version: oneOf(1),
  title: optional(string),
  ...visit,
  client: optional(oneOf('browser', 'webview', 'native-app', 'curl')),
  browser: optional(oneOf('standard', 'chromium', 'firefox', 'webkit')),
  extension: optional(boolean),
  servers: arrayOf(server),
  earlier: optional(arrayOf(object({ ...visit, otherUser: optional(boolean) }))),
  cookies: optional(arrayOf(object({ url: httpUrl, setCookie: string }))),
});

/** The document, or everything that is wrong with it, in the order of the document. Members it does not know are kept. */
export function parseScenario(input: unknown): ParsedScenario {
  const errors: ScenarioError[] = [];
  scenario(input, '', errors);
  return errors.length === 0 ? { ok: true, scenario: input as Scenario } : { ok: false, errors };
}

/** The same for JSON text: a file, a line of standard input. */
export function parseScenarioText(text: string): ParsedScenario {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return { ok: false, errors: [{ path: '', message: `expected JSON: ${located(text, error)}` }] };
  }
  return parseScenario(input);
}

export function errorLine({ path, message }: ScenarioError): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** V8 gives an offset, which says little in a long document; a line and a column do. */
function located(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const offset = / in JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message);
  if (!offset) return message;
  const before = text.slice(0, Number(offset[1])).split('\n');
  return `${message.slice(0, offset.index)} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
