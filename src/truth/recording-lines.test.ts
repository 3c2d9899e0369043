import { expect, it } from 'vitest';
import { readRecording } from './recording-lines';

it('a line whose step does not say what it asks is refused by its name', () => {
  const steps = [{ url: 'https://api.example.com/x' }, { request: { url: 'https://api.example.com/x' } }];
  const line = JSON.stringify({ id: 'mine', page: 'https://app.example.com/', steps, server: {} });
  expect(() => readRecording(line)).toThrow('mine: step 2 has no "url"');
});
