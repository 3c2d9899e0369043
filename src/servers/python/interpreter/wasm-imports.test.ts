import { expect, it } from 'vitest';
import { watchInstantiation } from './wasm-imports';

const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

it('a small module without imports is instantiated as ever, while the one of Python is waited for', async () => {
  const { instantiate, instantiateStreaming } = WebAssembly;
  void watchInstantiation();
  try {
    const made = await WebAssembly.instantiate(await WebAssembly.compile(emptyModule));
    expect(made).toBeInstanceOf(WebAssembly.Instance);
  } finally {
    Object.assign(WebAssembly, { instantiate, instantiateStreaming });
  }
});
