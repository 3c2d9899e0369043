/** What a console call prints, on one line. https://console.spec.whatwg.org/#formatter */

import { formatValue } from './format-value';

export function formatMessage(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || rest.length === 0 || !first.includes('%')) return values.map(printed).join(' ');
  const text = first.replace(/%([sdifoOc%])/g, (specifier, kind: string) => {
    if (kind === '%') return '%';
    if (rest.length === 0) return specifier;
    const value = rest.shift();
    switch (kind) {
      case 's':
        return printed(value);
      case 'd':
      case 'i':
        return typeof value === 'symbol' ? 'NaN' : String(Number.parseInt(String(value), 10));
      case 'f':
        return typeof value === 'symbol' ? 'NaN' : String(Number.parseFloat(String(value)));
      case 'c':
        return '';
      default:
        return formatValue(value);
    }
  });
  return [text, ...rest.map(printed)].join(' ');
}

/** Strings stand for themselves at the top, and in quotes inside of others. */
function printed(value: unknown): string {
  return typeof value === 'string' ? value : formatValue(value);
}
