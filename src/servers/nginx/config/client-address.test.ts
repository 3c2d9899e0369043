import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { includesClient } from './client-address';
import { ConfigError } from './config-error';

const asNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

describe('whom allow and deny are about', () => {
  it.each([
    ['all', true],
    ['unix:', false],
    ['127.0.0.1', true],
    ['127.0.0.1/32', true],
    ['127.0.0.2', false],
    ['127.0.0.0/16', true],
    ['127.1.0.0/16', false],
    ['127.255.255.255/8', true],
    ['64.0.0.0/2', true],
    ['0.0.0.0/0', true],
    ['10.0.0.0/8', false],
    ['::1', false],
    ['::/0', false],
    ['2001:db8::/32', false],
  ])('%s: %s', (who, isClient) => {
    expect(includesClient(who, 1)).toBe(isClient);
  });

  it.each([
    '',
    'any',
    '127.1',
    '127.0.0.256',
    '127.0.0.1/33',
    '127.0.0.1/',
    '127.0.0.1/8/8',
    '::1/129',
    ':::',
    '1.2.3.4/x',
  ])('refuses "%s" with its line', (who) => {
    expect(() => includesClient(who, 7)).toThrow(new ConfigError(`invalid parameter "${who}"`, 7));
  });

  it('compares as many bits as are asked for', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, bits) => {
        const cut = (number: number): number => Math.floor(number / 2 ** (32 - bits));
        expect(includesClient(`${address}/${bits}`, 1)).toBe(cut(asNumber(address)) === cut(asNumber('127.0.0.1')));
      }),
    );
  });
});
