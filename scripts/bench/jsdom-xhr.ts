import { JSDOM, requestInterceptor } from 'jsdom';
import type { Contender } from './contender';
import { answerTo, type Question } from './question';

/** What it is asked now: a window stays open for as long as the page is the same, since opening one is not the question. */
let current: { question: Question; requests: string[] } | undefined;
const windows = new Map<string, Window & typeof globalThis>();

export const jsdomXhr: Contender = {
  name: 'jsdom (XMLHttpRequest)',
  prepare(question) {
    const requests: string[] = [];
    const window = windowFor(question.page);
    return () => {
      current = { question, requests };
      return new Promise((resolve) => {
        const { method, url, headers, body, credentials } = question;
        const settle = (outcome: 'resolved' | 'rejected') => resolve({ outcome, requests: requests.join(' ') });
        const xhr = new window.XMLHttpRequest();
        xhr.onload = () => settle('resolved');
        xhr.onerror = () => settle('rejected');
        try {
          xhr.open(method, url);
          xhr.withCredentials = credentials;
          for (const [name, value] of headers) xhr.setRequestHeader(name, value);
          xhr.send(body);
        } catch {
          settle('rejected');
        }
      });
    };
  },
};

function windowFor(page: string): Window & typeof globalThis {
  const open = windows.get(page);
  if (open) return open;
  const interceptor = requestInterceptor((request: Request) => {
    if (!current) return undefined;
    current.requests.push(request.method);
    const asked = [...request.headers];
    const { status, headers, body, abort } = answerTo(current.question.recording, request.method, request.url, asked);
    if (abort) throw new TypeError('The connection was closed');
    const bodiless = status === 204 || status === 304;
    return new Response(bodiless ? null : (body ?? ''), { status, headers });
  });
  const { window } = new JSDOM('<!doctype html>', { url: page, resources: { interceptors: [interceptor] } });
  windows.set(page, window);
  return window;
}
