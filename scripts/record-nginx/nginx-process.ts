import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ORIGIN } from '@/servers/nginx/testing/cases';

const { port } = new URL(ORIGIN);

/** A folder with the configuration, the files it may name, and an empty root. */
function prepare(config: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  // nginx reads it as another user.
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'html'));
  copyFileSync('/etc/nginx/mime.types', path.join(folder, 'mime.types'));
  writeFileSync(path.join(folder, 'users'), 'ada:{PLAIN}secret\n');
  const isWhole = /^\s*http\s*\{/m.test(config);
  const isOfServer = !/^\s*server\s*\{/m.test(config);
  writeFileSync(path.join(folder, 'site.conf'), isWhole ? '' : config);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const http = `access_log off; ${paths} root ${folder}/html;`;
  const site = isOfServer ? `server { listen ${port}; include site.conf; }` : 'include site.conf;';
  const main = isWhole ? config.replace(/http \{/, `http { ${http}`) : `events {} http { ${http} ${site} }`;
  writeFileSync(path.join(folder, 'nginx.conf'), main);
  return folder;
}

const options = (folder: string): string[] => [
  '-p',
  folder,
  '-c',
  path.join(folder, 'nginx.conf'),
  '-e',
  'stderr',
  '-g',
  `daemon off; pid ${folder}/pid;`,
];

export async function startNginx(config: string) {
  const folder = prepare(config);
  const child = spawn('nginx', options(folder), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isListening())) {
    if (child.exitCode !== null) throw new Error(said);
    await setTimeout(20);
  }
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** What `nginx -t` says about the configuration, and its line. */
export function checkConfig(config: string): { message: string; line?: number } {
  const folder = prepare(config);
  const { stderr } = spawnSync('nginx', ['-t', ...options(folder)], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const [, text = stderr] = /\[emerg\] (?:\d+#\d+: )?(.*)/.exec(stderr) ?? [];
  const [, message = text, line] = /^(.*) in \S+\/site\.conf:(\d+)$/.exec(text) ?? [];
  return { message: message.replaceAll(folder, '/etc/nginx'), ...(line === undefined ? {} : { line: Number(line) }) };
}
