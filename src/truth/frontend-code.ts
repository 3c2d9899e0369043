/** The JavaScript that makes the requests of a recording, one after the other, and catches what goes wrong. */

import type { RecordedStep, StepRequest } from './recording';

/** Begins each step where there are several, so that a console line which is about no request finds its step. */
export const STEP_MARK = 'step ';

export function frontendCode(steps: readonly RecordedStep[]): string {
  return steps.map((step, index) => (steps.length > 1 ? markCode(index) : '') + stepCode(step)).join('\n');
}

function markCode(index: number): string {
  return `console.log('${STEP_MARK}${index}');\n`;
}

function stepCode({ wait, request }: RecordedStep): string {
  const pause = wait ? `await new Promise((resolve) => setTimeout(resolve, ${wait}));\n` : '';
  return pause + (request.api === 'xhr' ? xhrCode(request) : fetchCode(request));
}

function fetchCode(request: StepRequest): string {
  const init = Object.entries(request).filter(([member]) => !NOT_FOR_FETCH.has(member));
  const options = init.length ? `, ${literal(Object.fromEntries(init))}` : '';
  return [
    'try {',
    `  const response = await fetch(${literal(request.url)}${options});`,
    '  await response.text();',
    '} catch {}',
  ].join('\n');
}

const NOT_FOR_FETCH: ReadonlySet<string> = new Set<keyof StepRequest>(['url', 'api', 'uploadListener', 'readHeader']);

function xhrCode(request: StepRequest): string {
  const { url, method = 'GET', headers = [], body, credentials, uploadListener, readHeader } = request;
  const inside = [
    `request.open(${literal(method)}, ${literal(url)});`,
    ...(credentials === 'include' ? ['request.withCredentials = true;'] : []),
    ...headers.map(([name, value]) => `request.setRequestHeader(${literal(name)}, ${literal(value)});`),
    ...(uploadListener ? ["request.upload.addEventListener('progress', () => {});"] : []),
    "request.addEventListener('loadend', resolve);",
    `request.send(${body === undefined ? '' : literal(body)});`,
  ];
  return [
    '{',
    '  const request = new XMLHttpRequest();',
    '  await new Promise((resolve) => {',
    '    try {',
    ...inside.map((line) => `      ${line}`),
    '    } catch {',
    '      resolve();',
    '    }',
    '  });',
    ...(readHeader ? [`  request.getResponseHeader(${literal(readHeader)});`] : []),
    '}',
  ].join('\n');
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
