import { EXPRESS_OPTIONS } from './express-options';
import type { SourceText } from './source-text';

/** How a page's code asks with another method than GET, and with credentials. */
export const METHOD = /\bmethod['"]?\s*:\s*['"`]?\w*['"`]?|\.open\(\s*['"`]\w+['"`]/;
export const CREDENTIALS = /\b(?:credentials|withCredentials)['"]?\s*[:=]\s*['"`]?\w*['"`]?|use-credentials/;

/** An upload that is listened to. */
export const UPLOAD = /\.upload\b/;

/** A header's name, as a word of its own. */
export const named = (header: string): RegExp =>
  new RegExp(`['"\`]?(?<![\\w-])${header.replace(/[^\w-]/g, String.raw`\$&`)}(?![\\w-])['"\`]?`, 'i');

/** The line that says what a server answers in a header, where the call on line `from` set it. */
export function settingLine(source: SourceText, header: string, from: number): number {
  const option = source.calls(/cors\w*\s*\(/i, from) ? EXPRESS_OPTIONS[header] : undefined;
  const key = option && new RegExp(`(?<![\\w$.-])${option}['"]?\\s*(?:[:,(}]|$)`);
  return (source.find(named(header), from) ?? (key ? source.find(key, from) : undefined))?.line ?? from;
}
