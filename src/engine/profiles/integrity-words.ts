/** What Chromium and Firefox print about integrity metadata that they cannot read. Measured item by item. */

import type { ConsoleLine } from '../contract';

const ALGORITHMS = new Set(['sha256', 'sha384', 'sha512']);
/** The last name is Chromium's own slip. */
const CHROMIUM_ALGORITHMS = "one of 'sha256', 'sha384', 'sha512', or 'ed21159'";
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

export function chromiumIntegrityLines(metadata: string): ConsoleLine[] {
  return items(metadata).flatMap(({ algorithm, digest, option }): ConsoleLine[] => {
    const wrong = (why: string): ConsoleLine[] => [
      { level: 'error', text: `Error parsing 'integrity' attribute ('${metadata}'). ${why}` },
    ];
    if (digest === null) {
      return wrong(`The hash algorithm must be ${CHROMIUM_ALGORITHMS}, followed by a '-' character.`);
    }
    if (!ALGORITHMS.has(algorithm)) {
      return wrong(`The specified hash algorithm must be ${CHROMIUM_ALGORITHMS}.`);
    }
    if (!BASE64.test(digest)) return wrong('The digest must be a valid, base64-encoded value.');
    if (option === null) return [];
    return [{ level: 'error', text: `Ignoring unrecognized 'integrity' attribute option '${option}'.` }];
  });
}

export function firefoxIntegrityLines(metadata: string): ConsoleLine[] {
  const all = items(metadata);
  const lines = all.flatMap(({ text, algorithm, digest }): ConsoleLine[] => {
    if (digest === null || !BASE64.test(digest)) {
      return [
        warning(
          `The script element has a malformed hash in its integrity attribute: “${text}”. The correct format is “<hash algorithm>-<hash value>”.`,
        ),
      ];
    }
    return ALGORITHMS.has(algorithm)
      ? []
      : [warning(`Unsupported hash algorithm in the integrity attribute: “${algorithm}”`)];
  });
  return lines.length < all.length
    ? lines
    : [...lines, warning('The integrity attribute does not contain any valid metadata.')];
}

interface Item {
  text: string;
  algorithm: string;
  /** null: there is no hyphen. */
  digest: string | null;
  /** What follows the first question mark; null: there is none. */
  option: string | null;
}

function items(metadata: string): Item[] {
  const texts = metadata.split(/[\t\n\f\r ]+/).filter((text) => text !== '');
  return texts.map((text) => {
    const hyphen = text.indexOf('-');
    if (hyphen < 0) return { text, algorithm: text, digest: null, option: null };
    const rest = text.slice(hyphen + 1);
    const mark = rest.indexOf('?');
    return {
      text,
      algorithm: text.slice(0, hyphen),
      digest: mark < 0 ? rest : rest.slice(0, mark),
      option: mark < 0 ? null : rest.slice(mark + 1),
    };
  });
}

function warning(text: string): ConsoleLine {
  return { level: 'warn', text };
}
