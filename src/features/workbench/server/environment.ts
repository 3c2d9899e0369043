import type { Server } from '@/scenario/document';

export const NODE_ENV = 'NODE_ENV';
export const nodeEnvs = ['development', 'production', 'test'] as const;

export const nodeEnvOf = ({ env }: Server): string => env?.[NODE_ENV] ?? 'development';

/** `development` is what Node code takes where nothing is said. */
export function withNodeEnv(server: Server, value: string): Server {
  const others = Object.fromEntries(Object.entries(server.env ?? {}).filter(([name]) => name !== NODE_ENV));
  return { ...server, env: value === 'development' ? others : { [NODE_ENV]: value, ...others } };
}

/** The other variables in one line: `NAME=value OTHER=value`. Spaces in values are written %20. */
export function variablesOf({ env = {} }: Server): string {
  return Object.entries(env)
    .filter(([name]) => name !== NODE_ENV)
    .map(([name, value]) => `${name}=${value.replaceAll('%', '%25').replaceAll(' ', '%20')}`)
    .join(' ');
}

export function variablesProblem(text: string): string | undefined {
  const wrong = text.split(/\s+/).find((part) => part !== '' && !/^[A-Za-z_]\w*=/.test(part));
  return wrong === undefined ? undefined : `NAME=value, with spaces between; not “${wrong}”`;
}

/** The environment with these variables in place of the others that the server has. */
export function variablesFrom({ env }: Server, text: string): Record<string, string> {
  const kept: [string, string][] = env?.[NODE_ENV] === undefined ? [] : [[NODE_ENV, env[NODE_ENV]]];
  const given = text
    .split(/\s+/)
    .filter(Boolean)
    .map((part): [string, string] => {
      const at = part.indexOf('=');
      return [
        part.slice(0, at),
        part
          .slice(at + 1)
          .replaceAll('%20', ' ')
          .replaceAll('%25', '%'),
      ];
    });
  return Object.fromEntries([...kept, ...given]);
}
