/** As much of jsdom as the bench uses. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { url: string; resources: { interceptors: unknown[] } });
    readonly window: Window & typeof globalThis;
  }
  export function requestInterceptor(answer: (request: Request) => Response | undefined): unknown;
}
