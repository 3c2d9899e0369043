import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemWith } from './one-way-imports.mjs';
import { mayImport, rooms } from './rooms.mjs';

const root = path.resolve(import.meta.dirname, '../..');

describe('imports between rooms', () => {
  it.each([
    ['app/App.tsx', '@/features/timeline', undefined],
    ['features/timeline/Timeline.tsx', '@/stores/run', undefined],
    ['features/timeline/Timeline.tsx', '../inspector/Tabs', 'features/timeline/ must not know features/inspector/'],
    ['features/timeline/Timeline.tsx', '@/features/inspector', 'features/timeline/ must not know features/inspector/'],
    ['features/timeline/Timeline.tsx', '@/ui/Button', undefined],
    ['ui/Button.tsx', '@/stores/run', 'ui/ must not import stores/'],
    ['explain/diagnosis.ts', '@/ui/Button', 'explain/ must not import ui/'],
    ['stores/run.ts', '@/app/App', 'stores/ must not import app/'],
    ['cli/main.ts', '@/app/App', 'cli/ must not import app/'],
    ['simulation/simulate.ts', '../engine/index', 'a relative import must not leave simulation/: write @/engine/index'],
    [
      'servers/express/open.ts',
      '../../network/wire',
      'a relative import must not leave servers/: write @/network/wire',
    ],
    ['servers/express/open.ts', '../contract', undefined],
    ['servers/express/open.ts', '@/servers/contract', 'within servers/ imports are relative'],
    ['servers/index.ts', '@/sandbox/page', 'servers/ must not import sandbox/'],
    ['engine/fetching/fetch.ts', '../../scenario/document', 'engine/ must not import scenario/'],
    ['engine/fetching/fetch.ts', '../infrastructure/headers', undefined],
    ['realm/index.ts', './runtime/entry?runtime', undefined],
    ['servers/express/open.ts', 'msw/browser', 'only network/ imports msw'],
    ['network/wire.ts', 'msw', undefined],
    ['scenario/parse.ts', '@/nowhere/x', '@/nowhere/x is in no room'],
    ['main.tsx', '@/engine', undefined],
  ])('in %s of %s: %s', (file, source, problem) => {
    expect(problemWith(file, source) ?? 'fine').toMatch(problem ?? /^fine$/);
  });

  it('never go both ways', () => {
    const pairs = rooms.flatMap((from) => rooms.map((to) => [from, to] as const)).filter(([from, to]) => from !== to);
    expect(pairs.filter(([from, to]) => mayImport(from, to) && mayImport(to, from))).toEqual([]);
  });
});

describe('the linter, in a project that breaks the rule on purpose', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  const findings = new Map<string, string>();

  const files: Record<string, string> = {
    'src/engine/static.ts': "import { x } from '@/scenario/document';\nexport const y = x;\n",
    'src/engine/types.ts': "import type { X } from '@/servers/contract';\nexport type Y = X;\n",
    'src/scenario/later.ts': "export const load = () => import('@/simulation/simulate');\n",
    'src/realm/again.ts': "export * from '@/sandbox/page';\n",
    'src/simulation/wire.ts': "import { http } from 'msw';\nexport const h = http;\n",
    'src/features/share/peer.tsx': "export { Timeline } from '../timeline/Timeline';\n",
    'src/ui/knowing.tsx': "import { run } from '@/stores/run';\nexport const r = run;\n",
    'src/stores/good.ts': "import { simulate } from '@/simulation';\nexport const s = simulate;\n",
  };

  beforeAll(() => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(project, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(project, file), text);
    }
    for (const { filename, message } of brokenRules()) findings.set(filename, message);
  }, 30_000);

  afterAll(() => rmSync(project, { recursive: true }));

  function brokenRules(): { filename: string; message: string }[] {
    const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
    const ours = path.join(root, '.oxlintrc.json');
    try {
      execFileSync(process.execPath, [oxlint, '-c', ours, '--format=json', 'src'], { cwd: project, stdio: 'pipe' });
    } catch (error) {
      const { diagnostics } = JSON.parse(String((error as { stdout: Buffer }).stdout));
      return diagnostics.filter(({ code }: { code?: string }) => code === 'rooms(one-way-imports)');
    }
    throw new Error('The linter found nothing');
  }

  it('fails for every file that breaks it, and for no other', () => {
    expect([...findings.keys()].sort()).toEqual(
      Object.keys(files)
        .filter((file) => !file.endsWith('good.ts'))
        .sort(),
    );
  });

  it('says what is wrong', () => {
    expect(findings.get('src/engine/static.ts')).toBe(
      'engine/ must not import scenario/: imports between rooms go one way',
    );
    expect(findings.get('src/simulation/wire.ts')).toBe('only network/ imports msw');
  });
});
