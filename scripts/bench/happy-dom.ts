import https from 'node:https';
import { Window } from 'happy-dom';
import type { Contender } from './contender';
import { FakeClientRequest } from './fake-client-request';
import { init } from './mentoss';
import { answerTo, type Question } from './question';

let current: { question: Question; requests: string[] } | undefined;
let replaced = false;

export const happyDom: Contender = {
  name: 'happy-dom (fetch)',
  prepare(question) {
    replaceTransport();
    const requests: string[] = [];
    const window = new Window({ url: question.page });
    return async () => {
      current = { question, requests };
      const settings = init(question) as Parameters<typeof window.fetch>[1];
      const outcome = await window.fetch(question.url, settings).then(
        () => 'resolved' as const,
        () => 'rejected' as const,
      );
      void window.happyDOM.close();
      return { outcome, requests: requests.join(' ') };
    };
  },
};

/** It talks to the network itself: `https.request` answers from the scenario, so that no socket is measured. */
function replaceTransport(): void {
  if (replaced) return;
  replaced = true;
  const answer = (url: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
    if (!current) throw new Error('Nobody asked');
    current.requests.push(method);
    const { abort, ...rest } = answerTo(current.question.recording, method, url, Object.entries(headers));
    return new FakeClientRequest(abort ? null : rest);
  };
  Object.assign(https, { request: answer });
}
