import { beforeEach, describe, expect, test } from 'vitest';
import { Blob } from './blob';
import { encodeUtf8 } from './encoding';
import { FormData } from './form-data';
import { createResponse, Response } from './response';
import { speakAs } from './words';

beforeEach(() => speakAs('chromium'));

const bodyless = { statusText: '', url: 'https://a.example/', redirected: false, headers: [] };

describe('Response', () => {
  test('takes its Content-Type from the body', () => {
    expect(new Response('x').headers.get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(new Response(new Blob(['x'], { type: 'Image/PNG' })).headers.get('content-type')).toBe('image/png');
    expect(new Response(Uint8Array.of(1)).headers.get('content-type')).toBeNull();
  });

  test('can be read once', async () => {
    const response = new Response('{"a":1}');
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual({ a: 1 });
    expect(response.bodyUsed).toBe(true);
    await expect(response.text()).rejects.toThrow("Failed to execute 'text' on 'Response': body stream already read");
  });

  test('can be cloned until it is read, and both can be read then', async () => {
    const response = new Response('x');
    const copy = response.clone();
    expect([await response.text(), await copy.text()]).toEqual(['x', 'x']);
    expect(() => response.clone()).toThrow('Response body is already used');
  });

  test('gives its body as a stream, which uses it up', async () => {
    const response = new Response('héllo');
    const chunks = [];
    for await (const chunk of response.body ?? []) chunks.push(chunk);
    expect(chunks).toEqual([encodeUtf8('héllo')]);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test('has no body and is not ok where it is opaque', async () => {
    const response = createResponse({ ...bodyless, type: 'opaque', status: 0, body: null }, 'immutable');
    expect([response.ok, response.body, await response.text()]).toEqual([false, null, '']);
  });

  test('says what is wrong with an HTML page in place of JSON, in the words of the browser', async () => {
    const page = (): Response => new Response('<!doctype html><html></html> and some more');
    await expect(page().json()).rejects.toThrow(`Unexpected token '<', "<!doctype "... is not valid JSON`);
    speakAs('firefox');
    await expect(page().json()).rejects.toThrow('JSON.parse: unexpected character at line 1 column 1 of the JSON data');
    speakAs('webkit');
    await expect(page().json()).rejects.toThrow("JSON Parse error: Unrecognized token '<'");
    await expect(new Response('').json()).rejects.toThrow('JSON Parse error: Unexpected EOF');
  });

  test('reads the form that it was made of', async () => {
    const form = new FormData();
    form.append('name', 'Ada "é"');
    form.append('file', new Blob(['bytes'], { type: 'text/css' }), 'a.css');
    const read = await new Response(form).formData();
    expect(read.get('name')).toBe('Ada "é"');
    const file = read.get('file');
    expect(file).toMatchObject({ name: 'a.css', type: 'text/css' });
    expect(typeof file === 'object' && (await file?.text())).toBe('bytes');
  });

  test.each([
    [() => new Response('', { status: 99 }), RangeError],
    [() => new Response('x', { status: 204 }), TypeError],
    [() => Response.redirect('https://a.example/', 200), RangeError],
  ])('refuses what the standard refuses (%#)', (make, kind) => {
    expect(make).toThrow(kind);
  });

  test('Response.json, redirect and error', async () => {
    expect(await Response.json({ a: 1 }).text()).toBe('{"a":1}');
    expect(Response.json({}).headers.get('content-type')).toBe('application/json');
    expect(Response.redirect('https://a.example/x', 301).headers.get('location')).toBe('https://a.example/x');
    expect(Response.error().type).toBe('error');
  });
});
