import type { Exchange } from '@/scenario/result';
import { lineOf, type PythonCode } from '../../python/code';
import { quotedPython, type Token } from '../../python/tokens';
import { indentAt } from '../../splice';
import { appOf } from './app';
import type { FlaskWay } from './way';

/** A check that comes before every view lets OPTIONS through; addresses are not redirected for a slash. */
export function answered(python: PythonCode, exchange: Exchange): FlaskWay[] {
  const { code } = python;
  const ways: FlaskWay[] = [];
  for (const match of code.matchAll(
    /^([ \t]*)@[\w.]+\.before_request\b[^\n]*\n(?:[ \t]*@[^\n]*\n)*([ \t]*)def [^\n]*:[ \t]*\n/gm,
  )) {
    const at = match.index + match[0].length;
    const indent = indentAt(code, at);
    const text = `${indent}if request.method == ${quotedPython('OPTIONS', code)}:\n${indent}    return None\n`;
    ways.push({ splices: [{ start: at, end: at, text }] });
    const answer = text.replace('return None', `return ${quotedPython('', code)}, 204`);
    ways.push({ splices: [{ start: at, end: at, text: answer }], isFallback: true });
  }
  for (const { start, end } of statusesFor(python, exchange)) ways.push({ splices: [{ start, end, text: '204' }] });
  if (exchange.status === 308 || exchange.status === 301) {
    const { name, behind } = appOf(python);
    ways.push({
      splices: [{ start: behind, end: behind, text: `${name}.url_map.strict_slashes = False\n` }],
      how: 'without a redirect for the slash',
    });
  }
  return ways;
}

/** `return '', 405` below `if request.method == 'OPTIONS'`. */
function statusesFor({ code, tokens }: PythonCode, { status, source }: Exchange): Token[] {
  const lines = code.split('\n');
  return tokens.filter((token) => {
    const line = lineOf(code, token.start);
    const isForOptions = lines.slice(Math.max(0, line - 3), line).some((text) => /==\s*['"]OPTIONS['"]/.test(text));
    // A tuple that a view returns has no line of its own.
    return isForOptions && token.text === String(status) && line === (source?.line ?? line);
  });
}
