import type { PageReport } from './page-step';

/**
 * Watches fetch() and XMLHttpRequest in the page and notes what comes of each request, in the order they start. Its text is
 * sent to the browser, so it stands on its own. What it gives waits for all of them and leaves the page as it was.
 */
function watch(): () => Promise<PageReport[]> {
  const reports: Promise<PageReport>[] = [];
  const caught = (error: unknown) => ({ name: (error as Error).name, message: (error as Error).message });
  const refused = (error: unknown): PageReport => ({ outcome: 'rejected', error: caught(error) });

  const ownFetch = window.fetch;
  window.fetch = (...given) => {
    const answer = ownFetch(...given);
    const seen = async (response: Response): Promise<PageReport> => {
      const copy = response.clone();
      const { type, status, statusText, url, redirected } = copy;
      const headers = [...copy.headers];
      const body = await copy.text().catch(() => null);
      return { outcome: 'resolved', response: { type, status, statusText, url, redirected, headers, body } };
    };
    reports.push(answer.then(seen, refused));
    return answer;
  };

  const { open, send, setRequestHeader } = XMLHttpRequest.prototype;
  const telling = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      reports.push(Promise.resolve(refused(error)));
      throw error;
    }
  };
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    return telling(() => Reflect.apply(open, this, given) as undefined);
  };
  XMLHttpRequest.prototype.setRequestHeader = function (...given) {
    return telling(() => setRequestHeader.apply(this, given));
  };
  XMLHttpRequest.prototype.send = function (...given) {
    const ended = new Promise<PageReport>((resolve) => {
      for (const type of ['error', 'abort', 'timeout']) {
        const error = { name: 'ProgressEvent', message: type };
        this.addEventListener(type, () => resolve({ outcome: 'rejected', error }));
      }
      this.addEventListener('load', () => {
        const lines = this.getAllResponseHeaders().split('\r\n').filter(Boolean);
        const headers = lines.map((line): [string, string] => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
        });
        const body = this.responseType === '' || this.responseType === 'text' ? this.responseText : null;
        const { status, statusText, responseURL: url } = this;
        resolve({
          outcome: 'resolved',
          response: { type: 'xhr', status, statusText, url, redirected: false, headers, body },
        });
      });
    });
    reports.push(ended);
    return send.apply(this, given);
  };

  return async () => {
    const settled = await Promise.all(reports);
    window.fetch = ownFetch;
    Object.assign(XMLHttpRequest.prototype, { open, send, setRequestHeader });
    return settled;
  };
}

/** The frontend's code, watched: it reports one text, the list of what came of its requests. */
export function watchedCode(frontend: string): string {
  return `const ended = (${watch.toString()})();
try {
  await (async () => {
${frontend}
  })();
} catch {}
report(JSON.stringify(await ended()));`;
}
