import { describe, expect, it } from 'vitest';
import { compareSteps } from './compare';
import type { ObservedStep, Recording } from './recording';

const recording: Recording = {
  id: 'one',
  tags: [],
  page: 'https://app.example.com/',
  steps: [{ request: { url: 'https://api.example.com/x', headers: [['User-Agent', 'mine/1']] } }],
  server: {},
};

const step: ObservedStep = {
  outcome: 'resolved',
  response: {
    type: 'cors',
    status: 200,
    statusText: 'OK',
    url: 'https://api.example.com/x',
    redirected: false,
    headers: [['content-type', 'text/plain']],
    body: 'x',
  },
  console: [{ level: 'error', text: 'no' }],
  requests: [{ method: 'GET', url: 'https://api.example.com/x', headers: [['origin', 'https://app.example.com']] }],
};

const differences = (other: ObservedStep, about = recording) =>
  compareSteps(about, { steps: [step] }, [other]).map(({ field, part }) => (part ? `${field}: ${part}` : field));

const withHeaders = (...headers: [string, string][]): ObservedStep => ({
  ...step,
  requests: [{ ...step.requests[0]!, headers: [...step.requests[0]!.headers, ...headers] }],
});

describe('comparing a step', () => {
  it('finds nothing where nothing differs', () => {
    expect(differences(structuredClone(step))).toEqual([]);
  });

  it('names what the code caught, and the response that one has and the other has not', () => {
    const failed: ObservedStep = { ...step, outcome: 'rejected', error: { name: 'TypeError', message: 'x' } };
    delete failed.response;
    expect(differences(failed)).toEqual(['outcome', 'error', 'response']);
  });

  it('names the parts of a response', () => {
    expect(differences({ ...step, response: { ...step.response!, status: 201, headers: [] } })).toEqual([
      'response: status',
      'response: headers',
    ]);
  });

  it('takes an unreadable body and an empty one for the same', () => {
    const opaque = { ...step, response: { ...step.response!, body: '' } };
    const other = { ...step, response: { ...step.response!, body: null } };
    expect(compareSteps(recording, { steps: [opaque] }, [other])).toEqual([]);
  });

  it('tells a preflight from an OPTIONS of the page', () => {
    const options = { method: 'OPTIONS', url: 'https://api.example.com/x', headers: [] };
    const preflight = { ...options, headers: [['access-control-request-method', 'PUT'] as [string, string]] };
    const [found] = compareSteps(recording, { steps: [{ ...step, requests: [preflight] }] }, [
      { ...step, requests: [options] },
    ]);
    expect(found).toMatchObject({
      field: 'requests',
      recorded: 'preflight OPTIONS https://api.example.com/x',
      simulated: 'OPTIONS https://api.example.com/x',
    });
  });

  it('compares the order of console lines, and their levels', () => {
    expect(differences({ ...step, console: [{ level: 'warn', text: 'no' }] })).toEqual(['console']);
  });

  it.each([
    ['Sec-Fetch-Site', 'cross-site', true],
    ['Cookie', 'a=1', true],
    ['Accept', '*/*', false],
    ['User-Agent', 'Mozilla/5.0', false],
    ['User-Agent', 'mine/1', true],
    ['Content-Length', '3', false],
  ])('of a header %s: %s that only one sends, says so: %s', (name, value, tells) => {
    const part = `headers: ${name.toLowerCase()} of GET https://api.example.com/x`;
    expect(differences(withHeaders([name, value]))).toEqual(tells ? [part] : []);
  });

  it('says nothing about what the recorder left out', () => {
    const unrecorded = { details: true as const, requestHeaders: ['user-agent'] };
    const other = { ...withHeaders(['User-Agent', 'mine/1']), response: { ...step.response!, statusText: '?' } };
    expect(differences(other, { ...recording, unrecorded })).toEqual([]);
  });

  it('takes steps together where the recorder did', () => {
    const two = { ...recording, steps: [...recording.steps, ...recording.steps] };
    const logged = { undivided: true, steps: [{ ...step, console: [], requests: [] }, step] };
    expect(compareSteps(two, logged, [step, { ...step, console: [], requests: [] }])).toEqual([]);
  });
});
