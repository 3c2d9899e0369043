/** What browsers say about what came for an element, beyond CORS. Observed in Chromium 156, Firefox 153 and WebKitGTK 2.50. */

import type { BrowserName } from '@/engine';

export interface Line {
  level: 'error' | 'warn';
  text: string;
}

/** A classic script that came with the type of a picture, a sound or a table. */
export function refusedType(browser: BrowserName, url: string, type: string): Line[] {
  switch (browser) {
    case 'chromium':
      return [error(`Refused to execute script from '${url}' because its MIME type ('${type}') is not executable.`)];
    case 'firefox':
      return [
        error(`Script from “${url}” was blocked because of a disallowed MIME type (“${type}”).`),
        { level: 'warn', text: `Loading failed for the <script> with source “${url}”.` },
      ];
    case 'webkit':
      return [error(`Refused to execute ${url} as script because "${type}" is not a script MIME type.`)];
    default:
      return [];
  }
}

/** A module asks another for something that it does not export. */
export function missingExport(browser: BrowserName, specifier: string, url: string, name: string): string {
  switch (browser) {
    case 'firefox':
      return `The requested module '${url}' doesn't provide an export named: '${name}'`;
    case 'webkit':
      return `Importing binding name '${name}' is not found.`;
    default:
      return `The requested module '${specifier}' does not provide an export named '${name}'`;
  }
}

/** To whom a node was named as a child that is none. */
export function notAChild(browser: BrowserName, method: 'insertBefore' | 'removeChild'): string {
  const adds = method === 'insertBefore';
  switch (browser) {
    case 'chromium': {
      const node = adds ? 'node before which the new node is to be inserted' : 'node to be removed';
      return `Failed to execute '${method}' on 'Node': The ${node} is not a child of this node.`;
    }
    case 'firefox':
      return `Node.${method}: ${adds ? 'Child to insert before' : 'The node to be removed'} is not a child of this node`;
    case 'webkit':
      return 'The object can not be found here.';
    default:
      return 'The node is not a child of this node.';
  }
}

/** A module that came with another type than JavaScript's. `cors`: the request was one. */
export function refusedModule(browser: BrowserName, url: string, type: string, cors: boolean): Line[] {
  switch (browser) {
    case 'chromium':
      return [
        error(
          `Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a MIME type of "${type}". Strict MIME type checking is enforced for module scripts per HTML spec.`,
        ),
      ];
    case 'firefox':
      return [
        error(`Loading module from “${url}” was blocked because of a disallowed MIME type (“${type}”).`),
        ...(cors
          ? [
              error(
                `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: CORS request did not succeed). Status code: (null).`,
              ),
            ]
          : []),
        { level: 'warn', text: `Module source URI is not allowed in this document: “${url}”.` },
      ];
    default:
      return [];
  }
}

/** Chromium takes the sheet as loaded, and uses none of it. */
export function notAStyleSheet(browser: BrowserName, url: string, type: string): Line[] {
  if (browser === 'webkit') {
    const why = 'non CSS MIME types are not allowed in strict mode';
    return [error(`Did not parse stylesheet at '${url}' because ${why}.`)];
  }
  if (browser !== 'firefox') return [];
  return [error(`The stylesheet ${url} was not loaded because its MIME type, “${type}”, is not “text/css”.`)];
}

export function taintedCanvas(browser: BrowserName, method: 'getImageData' | 'toDataURL' | 'toBlob'): string {
  if (browser !== 'chromium') return 'The operation is insecure.';
  return method === 'getImageData'
    ? "Failed to execute 'getImageData' on 'CanvasRenderingContext2D': The canvas has been tainted by cross-origin data."
    : `Failed to execute '${method}' on 'HTMLCanvasElement': Tainted canvases may not be exported.`;
}

export function failedFont(browser: BrowserName, family: string, url: string, why: string): Line[] {
  if (browser !== 'firefox') return [];
  return [
    error(
      `downloadable font: download failed (font-family: "${family}" style:normal weight:400 stretch:100 src index:0): ${why} source: ${url}`,
    ),
  ];
}

export function failedImport(browser: BrowserName, url: string): string {
  switch (browser) {
    case 'firefox':
      return `error loading dynamically imported module: ${url}`;
    case 'webkit':
      return 'Cross-origin script load denied by Cross-Origin Resource Sharing policy.';
    default:
      return `Failed to fetch dynamically imported module: ${url}`;
  }
}

/** An EventSource whose answer is no stream of events. */
export function noEventStream(browser: BrowserName, url: string, status: number, type: string): Line[] {
  if (browser === 'firefox') {
    const line = error(`Firefox can’t establish a connection to the server at ${url}.`);
    return status < 300 ? [line, line] : [line];
  }
  if (status !== 200 || browser === 'standard') return [];
  return [
    error(
      `EventSource's response has a MIME type ("${type}") that is not "text/event-stream". Aborting the connection.`,
    ),
  ];
}

function error(text: string): Line {
  return { level: 'error', text };
}
