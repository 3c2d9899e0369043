import type { ObservedLine } from '@/truth/recording';

/** What GTK and its libraries say for themselves. */
const NOISE = /^\*\*|^\(|Gtk|GLib|libEGL|MESA|dconf/;
const LEVELS: Record<string, ObservedLine['level']> = {
  ERROR: 'error',
  WARN: 'warn',
  INFO: 'info',
  LOG: 'log',
  DEBUG: 'debug',
};

/** `CONSOLE SECURITY ERROR text`, or with the place in front; a line of another form goes on with the message before it. */
export function parseConsole(lines: readonly string[]): ObservedLine[] {
  const messages: ObservedLine[] = [];
  for (const line of lines) {
    const [, level = '', text = ''] = /^(?:.*?: )?CONSOLE \S+ (\S+) (.*)$/.exec(line) ?? [];
    const last = messages.at(-1);
    if (level) messages.push({ level: LEVELS[level] ?? 'log', text });
    else if (last && line && !NOISE.test(line)) last.text += `\n${line}`;
  }
  return messages;
}
