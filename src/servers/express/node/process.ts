/** Node's `process`, as far as server code looks at it. */

export type NodeProcess = ReturnType<typeof createProcess>;

export function createProcess() {
  const write = (text: unknown): boolean => {
    console.log(String(text).replace(/\n$/, ''));
    return true;
  };
  const process = {
    env: { NODE_ENV: 'development' } as Record<string, string>,
    argv: ['node', 'server.js'],
    platform: 'linux',
    version: 'v20.20.2',
    versions: { node: '20.20.2' },
    pid: 1,
    exitCode: undefined as number | undefined,
    stdout: { isTTY: false, write },
    stderr: { isTTY: false, write },
    cwd: () => '/',
    uptime: () => performance.now() / 1000,
    hrtime: Object.assign(() => [Math.floor(performance.now() / 1000), (performance.now() % 1000) * 1e6], {
      bigint: () => BigInt(Math.round(performance.now() * 1e6)),
    }),
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    nextTick: (callback: (...rest: unknown[]) => void, ...rest: unknown[]) => queueMicrotask(() => callback(...rest)),
    emitWarning: (text: unknown) => console.warn(`Warning: ${String(text)}`),
    exit: (code = 0): never => {
      throw new Error(`process.exit(${code}) was called`);
    },
    on: () => process,
    once: () => process,
    off: () => process,
    removeListener: () => process,
  };
  return process;
}
