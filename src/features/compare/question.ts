import { originOfPage } from '@/engine/infrastructure/document-origin';
import { url } from '@/scenario/addresses';
import { arrayOf, oneOf, type Check, type ScenarioError } from '@/scenario/checks';
import type { BrowserName, Scenario } from '@/scenario/document';
import { errorLine } from '@/scenario/parse';
import { decodeScenario, encodeScenario } from '@/scenario/share';

export const BROWSER_NAMES: Record<BrowserName, string> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
  standard: 'Standard',
};

/** What is compared: a scenario with itself, but for one thing. */
export type Question =
  | { by: 'browser'; scenario: Scenario; browsers: [BrowserName, BrowserName] }
  | { by: 'edit'; scenario: Scenario; before: Scenario }
  | { by: 'origin'; scenario: Scenario; pages: [string, string] };

export type By = Question['by'];

/** One run of the two, and its name. */
export interface Asked {
  name: string;
  scenario: Scenario;
}

export function sidesOf(question: Question): [Asked, Asked] {
  const { scenario } = question;
  switch (question.by) {
    case 'browser': {
      const [left, right] = question.browsers;
      return [
        { name: BROWSER_NAMES[left], scenario: { ...scenario, browser: left } },
        { name: BROWSER_NAMES[right], scenario: { ...scenario, browser: right } },
      ];
    }
    case 'edit':
      return [
        { name: 'Before', scenario: question.before },
        { name: 'Now', scenario },
      ];
    case 'origin': {
      const [left, right] = question.pages;
      return [
        { name: originOfPage(left), scenario: { ...scenario, page: left } },
        { name: originOfPage(right), scenario: { ...scenario, page: right } },
      ];
    }
  }
}

/** The question as the query of an address, complete: it opens the same anywhere. */
export async function toQuery(question: Question): Promise<string> {
  const query = new URLSearchParams({ by: question.by });
  if (question.by === 'browser') for (const browser of question.browsers) query.append('browser', browser);
  if (question.by === 'origin') for (const page of question.pages) query.append('page', page);
  if (question.by === 'edit') query.set('before', await encodeScenario(question.before));
  query.set('scenario', await encodeScenario(question.scenario));
  return query.toString();
}

export type Read = { ok: true; question: Question } | { ok: false; message: string };

/** What an address asks. What it leaves out is taken from `at hand`. */
export async function fromQuery(
  text: string,
  atHand: { scenario: Scenario; before?: Scenario | undefined },
): Promise<Read> {
  const query = new URLSearchParams(text);
  const scenario = await scenarioIn(query, 'scenario', atHand.scenario);
  const before = await scenarioIn(query, 'before', atHand.before);
  const wrong = [scenario, before].find((one) => typeof one === 'string');
  if (typeof wrong === 'string' || typeof scenario !== 'object') {
    return { ok: false, message: typeof wrong === 'string' ? wrong : 'there is nothing to compare' };
  }
  switch (query.get('by') ?? 'browser') {
    case 'browser': {
      const message = wrongIn(query, 'browser', browserName);
      if (message !== undefined) return { ok: false, message };
      return { ok: true, question: { by: 'browser', scenario, browsers: browsersIn(query, scenario) } };
    }
    case 'origin': {
      const message = wrongIn(query, 'page', url);
      if (message !== undefined) return { ok: false, message };
      return { ok: true, question: { by: 'origin', scenario, pages: pagesIn(query, scenario) } };
    }
    case 'edit':
      return typeof before === 'object'
        ? { ok: true, question: { by: 'edit', scenario, before } }
        : { ok: false, message: 'nothing has been edited yet' };
    default:
      return { ok: false, message: `it does not say what by: expected browser, edit or origin` };
  }
}

/** The scenario, or what is wrong with it. */
async function scenarioIn<Default>(
  query: URLSearchParams,
  name: string,
  otherwise: Default,
): Promise<Scenario | Default | string> {
  const code = query.get(name);
  if (code === null) return otherwise;
  const decoded = await decodeScenario(code);
  if (decoded.ok) return decoded.scenario;
  const wrong = decoded.errors[0];
  return `${name}: ${wrong ? errorLine(wrong) : 'it is damaged'}`;
}

const browserName = oneOf(...Object.keys(BROWSER_NAMES));

/** What is wrong with the values of this name, and with which of them. */
function wrongIn(query: URLSearchParams, name: string, check: Check): string | undefined {
  const values = query.getAll(name);
  if (values.length > 2) return `${name}: expected at most two, got ${values.length}`;
  const errors: ScenarioError[] = [];
  arrayOf(check)(values, name, errors);
  return errors[0] && `${errors[0].path}: ${errors[0].message}`;
}

/** Of names that have been checked. */
function browsersIn(query: URLSearchParams, { browser = 'chromium' }: Scenario): [BrowserName, BrowserName] {
  const named = query.getAll('browser') as BrowserName[];
  const left = named[0] ?? browser;
  return [left, named[1] ?? (left === 'firefox' ? 'chromium' : 'firefox')];
}

function pagesIn(query: URLSearchParams, { page }: Scenario): [string, string] {
  const named = query.getAll('page');
  return [named[0] ?? page, named[1] ?? 'https://evil.example/'];
}
