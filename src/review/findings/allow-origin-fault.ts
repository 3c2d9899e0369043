import { say, type Sentence } from '@/explain/sentence';
import type { Exchange } from '@/scenario/result';

interface Fault {
  several: boolean;
  sentence: Sentence;
  advice: Sentence;
}

/** Why no origin can ever equal this value; undefined where one can. */
export function allowOriginFault(value: string, exchange: Exchange): Fault | undefined {
  const lines = exchange.responseHeaders.filter(([name]) => name.toLowerCase() === 'access-control-allow-origin');
  if (lines.length > 1) {
    return {
      several: true,
      sentence: say`${'Access-Control-Allow-Origin'} is sent ${lines.length} times, and browsers read ${value}: a list, where one origin is allowed.`,
      advice: say`Let one place set the CORS headers: the server, or what stands in front of it.`,
    };
  }
  if (/[,\s]/.test(value)) {
    return {
      several: true,
      sentence: say`${'Access-Control-Allow-Origin'} lists ${value}. It takes one origin; a list equals none.`,
      advice: say`Look the origin of the request up in the list, and answer with that one.`,
    };
  }
  if (value === '*' || value === 'null') return undefined;
  if (!value.includes('*') && URL.canParse(value) && serialized(value) === value) return undefined;
  const { says, advice } = wrongWith(value);
  return {
    several: false,
    sentence: [...say`${'Access-Control-Allow-Origin'} says ${value}, `, ...says, '. No page has this origin.'],
    advice,
  };
}

/** Schemes of apps have origins too: `capacitor://localhost`. */
function serialized(value: string): string {
  const { origin, protocol, host } = new URL(value);
  return origin === 'null' ? `${protocol}//${host}` : origin;
}

function wrongWith(value: string): { says: Sentence; advice: Sentence } {
  if (value === '') return { says: say`which is empty`, advice: say`Name an origin, or leave the header out.` };
  if (/^["'].*["']$/.test(value)) return { says: say`with quotation marks`, advice: say`Write it without them.` };
  if (value.includes('*')) {
    return {
      says: say`and ${'*'} stands for anything only where it stands alone`,
      advice: say`Compare the origin of the request yourself, and answer with it.`,
    };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(value);
  if (!scheme) {
    return {
      says: say`which has no scheme`,
      advice: say`Write the complete origin: ${`https://${value.replace(/^\/+/, '')}`}.`,
    };
  }
  if (!URL.canParse(value)) return { says: say`which is no origin`, advice: say`Write scheme, host and port.` };
  const right = say`Write ${serialized(value)}.`;
  const { pathname, search, hash } = new URL(value);
  if (value.endsWith('/') && pathname === '/') return { says: say`with a slash at its end`, advice: right };
  if (pathname !== '/' || search || hash) return { says: say`with more than an origin in it`, advice: right };
  if (value !== value.toLowerCase())
    return { says: say`with capital letters, and origins are written small`, advice: right };
  return { says: say`which browsers write as ${serialized(value)}`, advice: right };
}
