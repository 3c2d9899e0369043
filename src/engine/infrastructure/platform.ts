/**
 * What the engine takes from the JavaScript platform. The engine is compiled without the DOM library, so that nothing of a
 * page slips in; every browser, worker and Node has these.
 */

export interface PlatformUrl {
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  pathname: string;
  readonly search: string;
  hash: string;
}

interface Platform {
  URL: new (url: string, base?: string) => PlatformUrl;
  crypto: { subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } };
  btoa(bytes: string): string;
  atob(base64: string): string;
  TextDecoder: new (label: string, options: { ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };
}

export const platform = globalThis as unknown as Platform;
