import { describe, expect, it } from 'vitest';
import { licensesText } from './licenses.mjs';
import { packFiles, readManifest, readWheel } from './packs.mjs';
import { readZip, writeZip } from './zip.mjs';

describe('the packs of Python packages', () => {
  it.each(['flask.zip', 'django.zip'] as const)(
    '%s holds files of the pinned wheels, as they were published',
    (name) => {
      const published = new Map(
        readManifest().flatMap((wheel) => readZip(readWheel(wheel)).map((file) => [file.name, file.data()] as const)),
      );
      const files = packFiles(name);
      expect(files.length).toBeGreaterThan(100);
      expect(files.filter((file) => !published.get(file.name)?.equals(file.data())).map((file) => file.name)).toEqual(
        [],
      );
      expect(files.filter((file) => /\.(so|pyc)$/.test(file.name))).toEqual([]);
    },
  );

  it('are not made from a wheel with another hash than the one that is written down', () => {
    const [wheel] = readManifest();
    expect(() => readWheel({ ...wheel!, sha256: '0'.repeat(64) })).toThrow(/wheels\.json says 0{64}$/);
  });
});

it('every package of Python brings its licence', () => {
  const text = licensesText({ version: '1', license: 'MPL-2.0' });
  for (const { name, version, license } of readManifest()) expect(text).toContain(`${name} ${version} (${license})`);
  expect(text).toMatch(/Permission is hereby granted|Redistribution and use/);
});

it('a ZIP archive gives back what was put into it', () => {
  const files = [
    { name: 'a/ä.txt', data: Buffer.from('hello') },
    { name: 'empty', data: Buffer.alloc(0) },
  ];
  expect(readZip(writeZip(files)).map((file) => ({ name: file.name, data: file.data() }))).toEqual(files);
});
