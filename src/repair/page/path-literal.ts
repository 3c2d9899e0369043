import type { AnyNode } from 'acorn';
import type { RequestResult } from '@/scenario/result';
import { nodesOf, parseCode } from '@/realm/syntax/tree';
import type { Splice } from '../splice';
import { callOf } from './call';

/** A piece of text in the code, without its quotes. */
interface Piece {
  start: number;
  end: number;
  text: string;
}

/**
 * Has the code ask for another path, where the path stands in it as it was asked for: in the call, at the end of what the call
 * puts together, or as the only such literal of the code.
 * @returns null where the code makes the path up as it runs
 */
export function withPath(code: string, request: RequestResult, path: string): Splice | null {
  const asked = URL.canParse(request.url) ? new URL(request.url) : null;
  if (!asked) return null;
  const address = callOf(code, request)?.address;
  const inCall = (address ? piecesIn(code, address) : []).findLast((piece) => saysPath(piece, asked));
  if (inCall) return replaced(inCall, asked, path);
  const program = parseCode(code);
  const anywhere = (program ? piecesIn(code, program) : []).filter((piece) => saysPath(piece, asked));
  return anywhere.length === 1 ? replaced(anywhere[0]!, asked, path) : null;
}

/**
 * Has the code ask at an origin where it names none and so asks its own page's: in front of what the address begins with, in the
 * call or as the only literal of the code that the path begins with.
 * @returns null where the code names an origin, or makes the address up as it runs
 */
export function withOrigin(code: string, request: RequestResult, origin: string): Splice | null {
  const asked = URL.canParse(request.url) ? new URL(request.url) : null;
  const address = callOf(code, request)?.address;
  if (!asked || !address) return null;
  const before = ({ start, text }: Piece): Splice => ({
    start,
    end: start,
    text: origin + (text[0] === '/' ? '' : '/'),
  });
  const first = piecesIn(code, address).find(({ start, text }) => start === address.start + 1 && text !== '');
  if (first) return beginsPath(first, asked) ? before(first) : null;
  const program = parseCode(code);
  const anywhere = (program ? piecesIn(code, program) : []).filter(
    (piece) => /^\/./.test(piece.text) && beginsPath(piece, asked),
  );
  return anywhere.length === 1 ? before(anywhere[0]!) : null;
}

/** Strings and the constant parts of templates, as far as they are written without escapes. */
function piecesIn(code: string, root: AnyNode): Piece[] {
  return nodesOf(root).flatMap((node): Piece[] => {
    const isString = node.type === 'Literal' && typeof node.value === 'string';
    if (!isString && node.type !== 'TemplateElement') return [];
    const [start, end] = isString ? [node.start + 1, node.end - 1] : [node.start, node.end];
    const text = code.slice(start, end);
    return text.includes('\\') ? [] : [{ start, end, text }];
  });
}

const ORIGIN = /^(?:https?:)?\/\/[^/?#]*/i;

/** The path in a piece, its offset there. */
function pathIn({ text }: Piece): { at: number; path: string } {
  const at = ORIGIN.exec(text)?.[0].length ?? 0;
  return { at, path: /^[^?#]*/.exec(text.slice(at))![0] };
}

/** The piece holds the end of the path, from a slash on, or a relative path as a whole. */
function saysPath(piece: Piece, { origin, pathname }: URL): boolean {
  const { at, path } = pathIn(piece);
  if (at > 0) return path === pathname && new URL(piece.text, origin).origin === origin;
  return path.length > 1 && (path.startsWith('/') ? pathname.endsWith(path) : pathname === `/${path}`);
}

/** The piece holds the beginning of the path, from its first slash on, or a relative path as a whole. */
function beginsPath(piece: Piece, { pathname }: URL): boolean {
  const { at, path } = pathIn(piece);
  if (at > 0) return false;
  return path.startsWith('/') ? pathname.startsWith(path) : pathname === `/${path}`;
}

function replaced(piece: Piece, { pathname }: URL, wanted: string): Splice | null {
  const { at, path } = pathIn(piece);
  const isRelative = !path.startsWith('/');
  const head = pathname.slice(0, pathname.length - path.length);
  if (!wanted.startsWith(head)) return null;
  const text = wanted.slice(head.length);
  if (!isRelative && !text.startsWith('/')) return null;
  return { start: piece.start + at, end: piece.start + at + path.length, text };
}
