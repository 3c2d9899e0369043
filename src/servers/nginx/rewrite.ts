import type { Code, Condition } from './config/config';
import { splitArgs, type NginxRequest } from './request';
import { textOf, variablesOf } from './variables';
import type { Step } from './steps';

/** Runs what the rewrite module has in a block; gives what is to happen now, or nothing where the request goes on. */
export function runCodes(codes: readonly Code[], request: NginxRequest): Step | undefined {
  const end = run(codes, request);
  return end === 'over' ? undefined : end;
}

/** 'over': the rest is skipped, and the request goes on. */
type End = Step | 'over' | undefined;

function run(codes: readonly Code[], request: NginxRequest): End {
  for (const code of codes) {
    const end = runOne(code, request);
    if (end) return end;
  }
  return undefined;
}

function runOne(code: Code, request: NginxRequest): End {
  switch (code.type) {
    case 'set': {
      const text = textOf(request, code.value);
      if (code.name === 'args') request.args = text;
      else request.variables.set(code.name, text);
      return undefined;
    }
    case 'break':
      request.isChanged = false;
      return 'over';
    case 'if':
      if (!holds(code.condition, request)) return undefined;
      // From here on, this is what is in force, after the block too: until another `if` is true.
      if (code.place) request.place = code.place;
      if (code.place?.proxyPass) request.handler = code.place;
      return run(code.codes, request);
    case 'return': {
      const { status, value, line } = code;
      const text = value === undefined ? '' : textOf(request, value);
      if (status >= 400 && text === '') return { type: 'status', status, line };
      if (REDIRECTS.has(status)) return { type: 'status', status, line, location: text };
      return { type: 'text', status, text, line };
    }
    case 'rewrite':
      return rewrite(code, request);
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function rewrite(code: Code & { type: 'rewrite' }, request: NginxRequest): End {
  const match = code.pattern.exec(request.uri);
  if (!match) return undefined;
  request.keep(match);
  const isRedirect = code.flag === 'redirect' || code.flag === 'permanent';
  if (!isRedirect) {
    request.isInternal = true;
    request.isUntouched = false;
    request.isChanged = code.flag !== 'break';
    if (code.flag === 'break') request.isOfLocation = false;
  }
  const text = textOf(request, code.replacement);
  if (isRedirect) {
    const query = code.keepsArgs && request.args !== '' ? `${text.includes('?') ? '&' : '?'}${request.args}` : '';
    const status = code.flag === 'permanent' ? 301 : 302;
    return { type: 'status', status, line: code.line, location: text + query };
  }
  const [path, args] = splitArgs(text);
  if (text.includes('?') || !code.keepsArgs) {
    request.args = [args, ...(code.keepsArgs ? [request.args] : [])].filter(Boolean).join('&');
  }
  if (path === '') return { type: 'status', status: 500, line: code.line, why: 'the rewritten URI has a zero length' };
  request.uri = path;
  return code.flag === 'go on' ? undefined : 'over';
}

function holds(condition: Condition, request: NginxRequest): boolean {
  if (condition.type === 'file') return condition.isNot;
  const text = variablesOf(request)(condition.variable);
  switch (condition.type) {
    case 'is set':
      return text !== '' && text !== '0';
    case 'equals':
      return (text === textOf(request, condition.value)) !== condition.isNot;
    case 'matches': {
      const match = condition.pattern.exec(text);
      if (match) request.keep(match);
      return (match !== null) !== condition.isNot;
    }
  }
}
