import path from 'node:path';
import { mayImport, packageOwners, rooms } from './rooms.mjs';

/**
 * A path below src/ as the room it is in and, in features/, the feature: features are rooms of their own to one another.
 * Files directly in src/ put everything together and belong to no room.
 */
function placeOf(relative) {
  const [room, feature] = relative.split('/');
  if (!rooms.includes(room)) return undefined;
  return { room, unit: room === 'features' ? `features/${feature}` : room };
}

/** What is wrong with importing `source` in the file that is `file` below src/; undefined if nothing is. */
export function problemWith(file, source) {
  const from = file.includes('/') ? placeOf(file) : undefined;
  if (!from) return undefined;
  const relative = source.startsWith('.');
  if (!relative && !source.startsWith('@/')) return problemWithPackage(from, source);
  const plain = source.replace(/\?.*$/, '');
  const target = relative ? path.posix.join(path.posix.dirname(file), plain) : plain.slice('@/'.length);
  const to = placeOf(target);
  if (target.startsWith('..')) return undefined;
  if (!to) return `${source} is in no room: src/${target}`;
  if (to.unit === from.unit) {
    return relative ? undefined : `within ${from.unit}/ imports are relative`;
  }
  if (from.room === to.room) return `${from.unit}/ must not know ${to.unit}/: features do not import one another`;
  if (!mayImport(from.room, to.room))
    return `${from.room}/ must not import ${to.room}/: imports between rooms go one way`;
  return relative ? `a relative import must not leave ${from.unit}/: write @/${target}` : undefined;
}

function problemWithPackage({ room }, source) {
  const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
  const owner = Object.hasOwn(packageOwners, name) ? packageOwners[name] : undefined;
  return owner && owner !== room ? `only ${owner}/ imports ${name}` : undefined;
}

const rule = {
  create(context) {
    const parts = context.filename.split(path.sep).join('/').split('/src/');
    if (parts.length < 2) return {};
    const file = parts.slice(1).join('/src/');
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const message = problemWith(file, source.value);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};

export default { meta: { name: 'rooms' }, rules: { 'one-way-imports': rule } };
