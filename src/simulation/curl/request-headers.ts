import type { HeaderList } from '@/engine';
import { toByteString } from '@/realm';
import type { CurlCommand } from './options';

export interface Hop {
  method: string;
  url: URL;
  body: Uint8Array | null;
  /** The host that the user named: what was meant for it alone is not sent to others. */
  isFirstHost: boolean;
  /** What the cookie engine has for the URL, as `name=value` pairs. */
  cookies: readonly string[];
}

const encoder = new TextEncoder();

/** The headers that curl sends, in its order. */
export function requestHeaders(command: CurlCommand, hop: Hop): HeaderList {
  const given = [...(command.isJson ? jsonDefaults(command.headers) : []), ...command.headers].map(readHeader);
  const names = new Set(given.map(({ name }) => name.toLowerCase()));
  const own = (name: string, value: string | undefined): HeaderList =>
    value === undefined || value === '' || names.has(name.toLowerCase()) ? [] : [[name, value]];
  const isPrivate = (name: string) => name === 'authorization' || name === 'cookie';
  const sent = given.filter(
    ({ name, value }) =>
      value !== null && name.toLowerCase() !== 'host' && (hop.isFirstHost || !isPrivate(name.toLowerCase())),
  );
  const host = given.find(({ name, value }) => name.toLowerCase() === 'host' && value !== null)?.value;
  const cookies = [...hop.cookies, ...(command.cookies && hop.isFirstHost ? [command.cookies] : [])].join('; ');
  return [
    ['Host', host ?? hop.url.host],
    ...own('Authorization', command.user && hop.isFirstHost ? basic(command.user) : undefined),
    ...own('User-Agent', command.userAgent),
    ...own('Accept', '*/*'),
    ...own('Accept-Encoding', command.compressed ? 'deflate, gzip, br, zstd' : undefined),
    ...own('Referer', command.referer),
    ...own('Cookie', cookies),
    ...sent.map(({ name, value }): [string, string] => [name, value ?? '']),
    ...(hop.body === null
      ? []
      : [
          ...own('Content-Length', String(hop.body.length)),
          ...own('Content-Type', 'application/x-www-form-urlencoded'),
        ]),
  ];
}

function jsonDefaults(given: readonly string[]): string[] {
  const names = given.map((header) => readHeader(header).name.toLowerCase());
  return ['Content-Type: application/json', 'Accept: application/json'].filter(
    (header) => !names.includes(readHeader(header).name.toLowerCase()),
  );
}

/** `Name: value`; `Name:` takes curl's own header away (null); `Name;` is sent without a value. */
function readHeader(header: string): { name: string; value: string | null } {
  const parts = /^([^:;]*)([:;])([^]*)$/.exec(header);
  if (!parts) return { name: header, value: null };
  const [, name = '', sign, rest = ''] = parts;
  const value = rest.trim();
  if (sign === ';') return { name, value: value === '' ? '' : null };
  return { name, value: value === '' ? null : value };
}

function basic(user: string): string {
  return `Basic ${btoa(toByteString(encoder.encode(user)))}`;
}
