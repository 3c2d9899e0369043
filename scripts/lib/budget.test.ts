import { describe, expect, it } from 'vitest';
import { weigh } from './budget.mjs';

const manifest = {
  'index.html': {
    file: 'index.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/run.ts', 'src/monaco.ts'],
  },
  'wire.html': { file: 'wire.js', isEntry: true, imports: ['_shared.js'] },
  '_react.js': { file: 'react.js' },
  '_shared.js': { file: 'shared.js' },
  '_languages.js': { file: 'languages.js' },
  'src/run.ts': { file: 'run.js', imports: ['_shared.js'] },
  'src/monaco.ts': { file: 'editor.js', imports: ['_shared.js', '_languages.js'], dynamicImports: ['python.js'] },
  'python.js': { file: 'python.js' },
};
const sizes = {
  'index.js': 1,
  'react.js': 2,
  'run.js': 4,
  'shared.js': 8,
  'editor.js': 16,
  'languages.js': 32,
  'python.js': 64,
  'assets/ts.worker-abc.js': 128,
  'express.runtime.js': 256,
  'wire.js': 512,
};

describe('the budget', () => {
  it('counts what index.html imports statically as initial', () => {
    expect(weigh(manifest, sizes).initial).toBe(1 + 2);
  });

  it('counts later chunks and runtimes up to the first verdict, but nothing that is the editor’s alone', () => {
    expect(weigh(manifest, sizes).firstVerdict).toBe(1 + 2 + 4 + 8 + 256 + 512);
  });

  it('counts a script that the manifest does not know', () => {
    expect(weigh(manifest, { ...sizes, 'unknown.js': 1024 }).firstVerdict).toBe(1 + 2 + 4 + 8 + 256 + 512 + 1024);
  });
});
