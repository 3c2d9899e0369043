import { encodeUtf8 } from '@/realm/web';
import type { ServerReply } from '../contract';
import { firstStep } from './arrive';
import { signatureOf, toReply, type Content } from './answer';
import { errorPage } from './error-page';
import { errorText } from './error-text';
import { fromInside, fromNamed } from './phases';
import type { NginxRequest } from './request';
import type { Step } from './steps';
import type { Upstreams } from './upstreams';

/**
 * From step to step, until there is an answer.
 *
 * @param log gets a line of the error log
 */
export async function respond(
  request: NginxRequest,
  upstreams: Upstreams,
  log: (text: string) => void,
): Promise<ServerReply> {
  let step: Step = firstStep(request);
  for (;;) {
    switch (step.type) {
      case 'redirect':
        step = fromInside(step.uri, step.args, request);
        break;
      case 'named':
        step = fromNamed(step.name, request);
        break;
      case 'proxy': {
        const outcome = await upstreams.ask(step.place, request);
        if (!('body' in outcome)) step = outcome;
        else return toReply(outcome, request);
        break;
      }
      case 'text': {
        const { status, text, line } = step;
        return toReply({ status, type: typeByName(request), body: encodeUtf8(text), line }, request);
      }
      case 'status': {
        // This one closes the connection without a word.
        if (step.status === 444) return { ok: false };
        if (step.why) log(step.why);
        const instead = errorPage(step.status, request);
        if (!instead) return toReply(ownContent(step, request), request);
        step = instead;
        break;
      }
      case 'answer':
        return toReply(ownContent(step, request), request);
    }
  }
}

function ownContent({ status, location, line }: Step & { type: 'status' | 'answer' }, request: NginxRequest): Content {
  const text = errorText(status, signatureOf(request), request.header('user-agent'));
  return {
    status,
    type: text === '' ? '' : 'text/html',
    body: encodeUtf8(text),
    ...(location === undefined ? {} : { location }),
    ...(line === undefined ? {} : { line }),
  };
}

/** By the extension of the path, as if it were a file. */
function typeByName({ uri, place }: NginxRequest): string {
  const extension = /\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '';
  const { types, defaultType } = place.settings;
  return (Object.hasOwn(types, extension) ? types[extension] : undefined) ?? defaultType;
}
