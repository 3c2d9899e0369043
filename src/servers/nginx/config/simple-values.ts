import { ConfigError } from './config-error';
import type { Directive } from './read-directives';

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `10m`, in bytes. */
export function readSize({ name, args, endLine }: Directive): number {
  const match = /^(\d+)([kmg]?)$/i.exec(args[0] ?? '');
  if (!match) throw new ConfigError(`"${name}" directive invalid value`, endLine);
  return Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
}

/** Types of files by extension, from the lines of `types`. */
export function readTypes(lines: readonly Directive[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ name, args }) => args.map((extension) => [extension.toLowerCase(), name])),
  );
}

const SECONDS: Readonly<Record<string, number>> = {
  '': 1,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  M: 2_592_000,
  y: 31_536_000,
};

/** `1h`, in seconds; NaN for what is no time. */
export function secondsOf(text: string): number {
  const match = /^([-+]?)(\d+)([smhdwMy]?)$/.exec(text);
  if (!match) return Number.NaN;
  return (match[1] === '-' ? -1 : 1) * Number(match[2]) * SECONDS[match[3]!]!;
}

/** What an API or a page would be asked for, of the file that comes with nginx. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  xml: 'text/xml',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'application/javascript',
  txt: 'text/plain',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  json: 'application/json',
  pdf: 'application/pdf',
  zip: 'application/zip',
  wasm: 'application/wasm',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** There are no files but this one. */
export function mimeTypesOf({ args, endLine }: Directive): Readonly<Record<string, string>> {
  const file = args[0] ?? '';
  if (/^(?:\/etc\/nginx\/)?mime\.types$/.test(file)) return MIME_TYPES;
  const full = file.startsWith('/') ? file : `/etc/nginx/${file}`;
  throw new ConfigError(`open() "${full}" failed (2: No such file or directory)`, endLine);
}
