import type { FlaskServer } from '@/scenario/document';
import type { Dossier } from '../dossier';
import { lineOf, type Heard, type Ignored } from './ignored';
import { listen, SAYS } from './listen';

/** Flask-CORS warns of options that it does not know, to a logger that nobody hears; and it knows its settings by a list. */
const EAR = [
  'import json as _json, logging as _logging',
  'from flask_cors import core as _core',
  "_logging.getLogger('flask_cors').addHandler(_logging.StreamHandler())",
  `print('${SAYS}' + _json.dumps([*sorted(_core._KNOWN_OPTIONS), *_core.CONFIG_OPTIONS]))`,
].join('; ');

const WARNING = /^Unknown option passed to Flask-CORS: (.+)$/;

export async function heardFromFlaskCors(dossier: Dossier, server: FlaskServer): Promise<Heard> {
  if (!/\bflask_cors\b/.test(server.code)) return { ignored: [], known: [] };
  const { lines, known } = await listen(dossier, { ...server, code: withEar(server.code) });
  const names = new Set([
    ...lines.flatMap((text) => WARNING.exec(text)?.[1] ?? []),
    ...settingsIn(server.code).filter((name) => known.length > 0 && !known.includes(name)),
  ]);
  const ignored = [...names].flatMap((name): Ignored[] => {
    const line = lineOf(name, server.code);
    return line === undefined ? [] : [{ name, line }];
  });
  return { ignored, known };
}

/** Before all else, but for what has to stand there. */
function withEar(code: string): string {
  const lines = code.split('\n');
  const at = lines.findLastIndex((line) => line.startsWith('from __future__ ')) + 1;
  return [...lines.slice(0, at), EAR, ...lines.slice(at)].join('\n');
}

/** `app.config['CORS_ORIGINS'] = …`, `app.config.update(CORS_ORIGINS=…)` */
function settingsIn(code: string): string[] {
  const text = code.replace(/#.*$/gm, '');
  const items = [...text.matchAll(/\bconfig\[\s*['"](CORS_\w+)['"]\s*\]\s*=(?!=)/g)].map(([, name]) => name!);
  const updates = [...text.matchAll(/\bconfig\.(?:update|from_mapping)\(([^)]*)\)/g)].flatMap(([, given]) =>
    [...given!.matchAll(/\b(CORS_\w+)\s*=(?!=)|['"](CORS_\w+)['"]\s*:/g)].map(([, name, key]) => (name ?? key)!),
  );
  return [...items, ...updates];
}
