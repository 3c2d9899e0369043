import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Recording } from '@/servers/nginx/testing/recording';
import { BROKEN, CASES, USUAL } from '@/servers/nginx/testing/cases';
import { ask } from './ask';
import { checkConfig, startNginx } from './nginx-process';
import { startUpstream } from './upstream-server';

const FILE = fileURLToPath(new URL('../../src/servers/nginx/testing/recorded.json', import.meta.url));

/** Everything on loopback: nginx on 4315, the server behind it on 4316. */
export async function main(): Promise<number> {
  const { stderr } = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  const version = /nginx\/([\d.]+)/.exec(stderr)?.[1];
  if (version === undefined) {
    console.log('nginx is not installed: apt-get install nginx-light');
    return 1;
  }
  const upstream = await startUpstream();
  const recording: Recording = { version, answers: {}, errors: {} };
  try {
    for (const [name, { config, more = [] }] of Object.entries(CASES)) {
      const nginx = await startNginx(config);
      recording.answers[name] = [];
      for (const asked of [...USUAL, ...more]) recording.answers[name].push(await ask(asked));
      await nginx.stop();
    }
    for (const [name, config] of Object.entries(BROKEN)) recording.errors[name] = checkConfig(config);
  } finally {
    upstream.close();
  }
  writeFileSync(FILE, await format(JSON.stringify(recording), { parser: 'json', printWidth: 120 }));
  const count = Object.values(recording.answers).flat().length;
  console.log(
    `nginx ${version}: ${count} answers of ${Object.keys(CASES).length} configurations, ${Object.keys(BROKEN).length} errors`,
  );
  return 0;
}
