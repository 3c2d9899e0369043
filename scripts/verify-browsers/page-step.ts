import type { ObservedStep, StepRequest } from '@/truth/recording';

export type PageReport = Pick<ObservedStep, 'error' | 'response' | 'events'> & {
  outcome: ObservedStep['outcome'] | 'timeout';
};

/**
 * Makes one request in the page and reports what the code sees. Its text is sent to the browser, so it stands on its own;
 * it prints nothing and lets nothing escape, for the console is what is measured.
 */
async function makeRequest(request: StepRequest): Promise<PageReport> {
  const { url, api, uploadListener, readHeader, ...init } = request;
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, 5000, 'late'));
  const caught = (error: unknown) => ({ name: (error as Error).name, message: (error as Error).message });

  if (api === 'xhr') {
    const xhr = new XMLHttpRequest();
    const ended = new Promise<string>((resolve) => {
      for (const type of ['load', 'error', 'abort', 'timeout']) xhr.addEventListener(type, () => resolve(type));
    });
    try {
      xhr.open(init.method ?? 'GET', url);
      xhr.withCredentials = init.credentials === 'include';
      for (const [name, value] of init.headers ?? []) xhr.setRequestHeader(name, value);
      if (uploadListener) xhr.upload.addEventListener('progress', () => undefined);
      xhr.send(init.body);
    } catch (error) {
      return { outcome: 'rejected', error: caught(error) };
    }
    const event = await Promise.race([ended, late]);
    if (event === 'late') return { outcome: 'timeout' };
    if (event !== 'load') return { outcome: 'rejected', error: { name: 'ProgressEvent', message: event } };
    const lines = xhr.getAllResponseHeaders().split('\r\n').filter(Boolean);
    const headers = lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
    });
    if (readHeader) xhr.getResponseHeader(readHeader);
    const { status, statusText, responseURL, responseText } = xhr;
    const response = {
      type: 'xhr',
      status,
      statusText,
      url: responseURL,
      redirected: false,
      headers,
      body: responseText,
    };
    return { outcome: 'resolved', response };
  }

  try {
    const response = await Promise.race([fetch(url, init as RequestInit), late]);
    if (response === 'late') return { outcome: 'timeout' };
    const { type, status, statusText, redirected } = response;
    const headers = [...response.headers];
    const bodyNull = response.body === null;
    const body = await Promise.race([response.text().catch(() => null), late]);
    if (body === 'late') return { outcome: 'timeout' };
    const seen = { type, status, statusText, url: response.url, redirected, headers, body };
    return { outcome: 'resolved', response: bodyNull ? { ...seen, bodyNull } : seen };
  } catch (error) {
    return { outcome: 'rejected', error: caught(error) };
  }
}

/**
 * Runs code that reports for itself, and waits for what the browser still does on its own. The code is a script of the page,
 * with the page's address. The text of this function is sent, too.
 */
async function runCode(code: string): Promise<PageReport> {
  const events: string[] = [];
  const report = (...words: unknown[]) => void events.push(words.join(' '));
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds, 'late'));
  const script = document.createElement('script');
  script.textContent = `window.$code = async function (report) {\n${code}\n};`;
  document.head.append(script);
  script.remove();
  const { $code } = window as unknown as { $code: (report: unknown) => Promise<void> };
  const ended = await Promise.race([$code(report), wait(4000)]);
  if (ended === 'late') return { outcome: 'timeout' };
  await wait(300);
  return { outcome: 'resolved', events };
}

/** An expression that makes the request and gives a promise of the report. */
export function stepExpression(request: StepRequest): string {
  if (request.code !== undefined) return `(${runCode.toString()})(${JSON.stringify(request.code)})`;
  return `(${makeRequest.toString()})(${JSON.stringify(request)})`;
}

/** The report of a request that came to an end. */
export function settled({
  outcome,
  ...report
}: PageReport): Pick<ObservedStep, 'outcome' | 'error' | 'response' | 'events'> {
  if (outcome === 'timeout') throw new Error('The request did not settle');
  return { outcome, ...report };
}
