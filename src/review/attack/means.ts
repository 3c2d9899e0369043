import { isNoCorsSafelistedRequestHeader } from '@/engine';
import { nameOf, type Target } from '../ask/targets';
import { codeFor, commented, quoted } from '../demonstrate';

/** How a page can send a request; `fetch` is with credentials. */
export type Means = 'fetch' | 'fetch-without-credentials' | 'no-cors' | 'form' | 'image';

export interface Attempt {
  means: Means;
  target: Target;
  /** "GET /me" */
  request: string;
  code: string;
}

export const WORDS: Record<Means, string> = {
  fetch: 'fetch with credentials',
  'fetch-without-credentials': 'fetch without credentials',
  'no-cors': 'no-cors fetch',
  form: 'form',
  image: 'image',
};

/** The ways in which any page can send this request, or one like it. */
export function attemptsAt(target: Target, isFirst: boolean): Attempt[] {
  const attempt = (means: Means, code: string): Attempt => ({ means, target, request: nameOf(target), code });
  const byFetch = attempt('fetch', fetchCode(target, true, 'With credentials.'));
  switch (target.method) {
    case 'GET':
      return [byFetch, ...(isFirst ? [attempt('image', imageCode(target))] : [])];
    case 'POST':
      return [byFetch, attempt('no-cors', noCorsCode(target)), attempt('form', formCode(target))];
    default:
      return [byFetch];
  }
}

export function withoutCredentials({ target, request }: Attempt, remark: string): Attempt {
  return { means: 'fetch-without-credentials', target, request, code: fetchCode(target, false, remark) };
}

/** A fetch with the comment that says what its run showed. */
export const fetchCode = (target: Target, credentials: boolean, remark: string): string =>
  codeFor(target, { credentials, stranger: true, remark });

function imageCode({ url }: Target): string {
  return `${commented('An image may come from anywhere: no CORS, no preflight.')}const image = document.createElement('img');\nimage.src = ${quoted(url)};\ndocument.body.append(image);\n`;
}

/** With the page's own Content-Type where it is one that needs no preflight; without it, a text is text/plain. */
function noCorsCode({ url, headers, body }: Target): string {
  const [, own] = headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  const type = own !== undefined && isNoCorsSafelistedRequestHeader('Content-Type', own) ? own : undefined;
  const sent = [
    ...(type === undefined ? [] : [`headers: { 'Content-Type': ${quoted(type)} }`]),
    ...(body === null ? [] : [`body: ${quoted(body)}`]),
  ];
  const remark = `${type === undefined ? 'Sent as text/plain' : 'A safelisted Content-Type'}: nobody is asked first. The answer is opaque.`;
  const options = ["method: 'POST'", "mode: 'no-cors'", "credentials: 'include'", ...sent];
  return `${commented(remark)}await fetch(${quoted(url)}, {\n${options.map((option) => `  ${option},\n`).join('')}});\n`;
}

function formCode({ url, body }: Target): string {
  const fields = JSON.stringify(fieldsOf(body)).replaceAll('","', '", "').replaceAll('":"', '": "');
  return `${commented('No fetch, no CORS, no preflight: a form goes anywhere.')}const form = document.createElement('form');
form.method = 'post';
form.action = ${quoted(url)};

for (const [name, value] of Object.entries(${fields})) {
  const input = document.createElement('input');
  input.name = name;
  input.value = value;
  form.append(input);
}

document.body.append(form);
form.submit();
`;
}

/** What the page sends, as fields of a form. */
function fieldsOf(body: string | null): Record<string, string> {
  if (body === null || body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        typeof member === 'string' ? member : JSON.stringify(member),
      ]),
    );
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}
