import type { ObservedRequest, Recording } from '@/truth/recording';
import type { Certificates } from './certificates';
import type { ServedResponse } from './http';
import { OriginProxy, type OriginRequest } from './origin-proxy';
import { cookieAnswer, observed, pageAnswer, scenarioAnswer } from './served';

/** What one browser window talks to: it serves one scenario at a time and remembers what was asked. */
export class Lane {
  readonly #proxy: OriginProxy;
  #log: ObservedRequest[] = [];
  /** The request whose connection was just closed; empty: none. */
  #aborted = '';

  private constructor(proxy: OriginProxy) {
    this.#proxy = proxy;
    this.idle();
  }

  static async open(certificates: Certificates): Promise<Lane> {
    return new Lane(await OriginProxy.listen(certificates));
  }

  get port(): number {
    return this.#proxy.port;
  }

  servePage(recording: Recording): void {
    this.#serve(() => pageAnswer(recording));
  }

  serveCookies(cookies: readonly string[]): void {
    this.#serve(() => cookieAnswer(cookies));
  }

  /** From here on requests are remembered. */
  serveScenario(recording: Recording): void {
    this.takeLog();
    const images = recording.steps.some(({ request }) => request.code !== undefined);
    this.#serve((request) => {
      const seen = observed(request);
      const text = `${seen.method} ${seen.url}`;
      const answer = scenarioAnswer(recording, request);
      // How often a closed connection is tried again is a matter of sockets: one mention is enough.
      if (text !== this.#aborted) this.#log.push(seen);
      this.#aborted = answer === 'abort' ? text : '';
      return answer;
    }, images);
  }

  /** What was asked since the last call. */
  takeLog(): ObservedRequest[] {
    const log = this.#log;
    this.#log = [];
    this.#aborted = '';
    return log;
  }

  idle(): void {
    this.#proxy.answer = () => 'abort';
  }

  close(): void {
    this.#proxy.close();
  }

  /**
   * Browsers look for an icon and for their makers' servers too.
   *
   * @param images whether the scenario asks for images itself
   */
  #serve(answer: (request: OriginRequest) => ServedResponse | 'abort', images = false): void {
    this.#proxy.answer = (request) => {
      const destination = request.headers.find(([name]) => name.toLowerCase() === 'sec-fetch-dest')?.[1];
      const icon = (destination === 'image' && !images) || request.url.endsWith('/favicon.ico');
      return icon ? { status: 404, headers: [] } : answer(request);
    };
  }
}
