/** https://xhr.spec.whatwg.org/#interface-formdata, and how it is written and read. */

import { PREVIEW } from '../runtime/format-value';
import { toByteString } from '../codec';
import { Blob, blobBytes, concatenate, File } from './blob';
import { decodeUtf8, encodeUtf8 } from './encoding';
import { speaker } from './words';

type Value = string | File;

export class FormData {
  #entries: [name: string, value: Value][] = [];

  constructor(form?: unknown) {
    if (form !== undefined) throw new TypeError('FormData of a form element is not offered by this playground yet.');
  }

  append(name: unknown, value: unknown, filename?: unknown): void {
    this.#entries.push([String(name), toValue(value, filename)]);
  }

  delete(name: unknown): void {
    this.#entries = this.#entries.filter(([other]) => other !== String(name));
  }

  get(name: unknown): Value | null {
    return this.#entries.find(([other]) => other === String(name))?.[1] ?? null;
  }

  getAll(name: unknown): Value[] {
    return this.#entries.filter(([other]) => other === String(name)).map(([, value]) => value);
  }

  has(name: unknown): boolean {
    return this.#entries.some(([other]) => other === String(name));
  }

  set(name: unknown, value: unknown, filename?: unknown): void {
    const first = this.#entries.find(([other]) => other === String(name));
    if (!first) return this.append(name, value, filename);
    first[1] = toValue(value, filename);
    this.#entries = this.#entries.filter((entry) => entry === first || entry[0] !== first[0]);
  }

  forEach(callback: (value: Value, name: string, data: FormData) => void, self?: unknown): void {
    for (const [name, value] of this.#entries) callback.call(self, value, name, this);
  }

  *entries(): IterableIterator<[string, Value]> {
    for (const [name, value] of this.#entries) yield [name, value];
  }

  *keys(): IterableIterator<string> {
    for (const [name] of this.#entries) yield name;
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.#entries) yield value;
  }

  [Symbol.iterator](): IterableIterator<[string, Value]> {
    return this.entries();
  }

  get [Symbol.toStringTag](): string {
    return 'FormData';
  }

  [PREVIEW](): [string, unknown][] {
    return [];
  }
}

function toValue(value: unknown, filename: unknown): Value {
  if (!(value instanceof Blob)) return String(value);
  if (value instanceof File && filename === undefined) return value;
  return new File([value], filename === undefined ? 'blob' : filename, { type: value.type });
}

/** As each browser begins its boundaries; the rest is random there, and the same every time here. */
const BOUNDARIES = {
  standard: '----formdata-boundary-0123456789',
  chromium: '----WebKitFormBoundaryGateByGate000001',
  firefox: '----geckoformboundary0123456789abcdef0123456789abcdef',
  webkit: '----WebKitFormBoundaryGateByGate000001',
};

/** https://html.spec.whatwg.org/#multipart-form-data */
export function encodeMultipart(data: FormData): { bytes: Uint8Array; type: string } {
  const boundary = BOUNDARIES[speaker()];
  const escape = (text: string): string => text.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22');
  const parts: Uint8Array[] = [];
  for (const [name, value] of data.entries()) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"`;
    if (typeof value === 'string') {
      parts.push(encodeUtf8(`${head}\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`));
    } else {
      const type = value.type || 'application/octet-stream';
      parts.push(encodeUtf8(`${head}; filename="${escape(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`));
      parts.push(blobBytes(value), encodeUtf8('\r\n'));
    }
  }
  parts.push(encodeUtf8(`--${boundary}--\r\n`));
  return { bytes: concatenate(parts), type: `multipart/form-data; boundary=${boundary}` };
}

/** null where the body is no such form. */
export function decodeMultipart(bytes: Uint8Array, contentType: string): FormData | null {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) return null;
  const sections = `\r\n${toByteString(bytes)}`.split(`\r\n--${boundary}`).slice(1);
  if (!sections.at(-1)?.startsWith('--')) return null;
  const data = new FormData();
  for (const section of sections.slice(0, -1)) {
    const gap = section.indexOf('\r\n\r\n');
    const head = fromUtf8(section.slice(0, gap));
    const name = /[; ]name="([^"]*)"/i.exec(head)?.[1];
    if (gap < 0 || name === undefined) return null;
    const filename = /filename="([^"]*)"/i.exec(head)?.[1];
    const content = section.slice(gap + 4);
    const type = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? 'text/plain';
    if (filename === undefined) data.append(name, fromUtf8(content));
    else data.append(name, new File([Uint8Array.from(content, (char) => char.charCodeAt(0))], filename, { type }));
  }
  return data;
}

function fromUtf8(byteString: string): string {
  return decodeUtf8(Uint8Array.from(byteString, (char) => char.charCodeAt(0))) ?? '';
}
