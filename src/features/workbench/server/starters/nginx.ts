import type { NginxServer } from '@/scenario/document';
import { wordFor } from '@/repair/stacks/nginx/write';
import { saidBy, saysNothing } from './code';
import { users } from './headers';
import type { Policy } from './policy';

/** @returns null where nginx cannot say it: a `$` begins a variable, and an empty header is not sent */
export function nginxStarter(origin: string, pageOrigin: string, policy: Policy | null): NginxServer | null {
  const said = saidBy(policy, pageOrigin);
  const rows = [...said.always, ...said.preflight, ...said.actual];
  if (rows.some(([, value]) => value === '' || value.includes('$'))) return null;
  const setters = (list: readonly [string, string][], indent: string): string =>
    list.map(([name, value]) => `${indent}add_header ${name} ${wordFor(value)} always;\n`).join('');
  const hint = saysNothing(said)
    ? `    # add_header Access-Control-Allow-Origin ${wordFor(pageOrigin)} always;\n\n`
    : '';
  // A block with an add_header of its own has none of those around it.
  const isOne = said.preflight.length + said.actual.length === 0;
  const around = isOne && said.always.length > 0 ? `${setters(said.always, '    ')}\n` : '';
  return {
    origin,
    kind: 'nginx',
    config: `server {
    listen 80;

${hint}${around}    location / {
        if ($request_method = OPTIONS) {
${isOne ? '' : setters([...said.always, ...said.preflight], '            ')}            return ${said.status};
        }
${isOne ? '' : setters([...said.always, ...said.actual], '        ')}        default_type application/json;
        return 200 '${users}';
    }
}
`,
  };
}
