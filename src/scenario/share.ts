import type { Scenario } from './document';
import { parseScenarioText, type ParsedScenario } from './parse';

/** Names the encoding, so that a later one can tell its links from these: JSON, deflate-raw, base64url. */
const encoding = '1.';

/** No scenario of a person is near it; a link that unpacks to more is meant to exhaust the memory. */
const largestDocument = 4 * 1024 * 1024;

/** The scenario as text for a URL's fragment: letters, digits, "-", "_" and ".". */
export async function encodeScenario(scenario: Scenario): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario));
  const packed = await read(through(bytes, new CompressionStream('deflate-raw')), Infinity);
  return encoding + toBase64Url(packed);
}

export async function decodeScenario(text: string): Promise<ParsedScenario> {
  if (!text.startsWith(encoding)) return damaged('it does not begin as the links of this site do');
  const packed = fromBase64Url(text.slice(encoding.length));
  if (!packed) return damaged('it contains characters that no link has');
  let bytes: Uint8Array;
  try {
    bytes = await read(through(packed, new DecompressionStream('deflate-raw')), largestDocument);
  } catch (error) {
    return damaged(error instanceof RangeError ? 'it holds more than 4 MB' : 'a part of it is missing or changed');
  }
  return parseScenarioText(new TextDecoder().decode(bytes));
}

function damaged(why: string): ParsedScenario {
  return { ok: false, errors: [{ path: '', message: `expected a whole share link, but ${why}` }] };
}

function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream) {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function read(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      // The stream may already have failed behind this; the limit is what counts.
      await reader.cancel().catch(() => undefined);
      throw new RangeError(`more than ${limit} bytes`);
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
