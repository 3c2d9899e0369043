/** https://html.spec.whatwg.org/#event-stream-interpretation */

export interface StreamedEvent {
  event: string;
  /** null: nothing to dispatch, but an id or a pause was set. */
  data: string | null;
  /** Milliseconds. */
  retry: number | null;
  lastEventId: string;
}

/** An event that the stream's end cuts off is left out. */
export function parseEventStream(text: string, lastEventId: string): StreamedEvent[] {
  const events: StreamedEvent[] = [];
  let id = lastEventId;
  let event = '';
  let retry: number | null = null;
  let data: string[] = [];
  // what stands behind the last line end is no line
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .slice(0, -1);
  for (const line of lines) {
    if (line === '') {
      const given = {
        event: event || 'message',
        data: data.length > 0 ? data.join('\n') : null,
        retry,
        lastEventId: id,
      };
      if (given.data !== null || retry !== null || id !== lastEventId) events.push(given);
      [event, retry, data] = ['', null, []];
      continue;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    switch (field) {
      case 'event':
        event = value;
        break;
      case 'data':
        data.push(value);
        break;
      case 'id':
        if (!value.includes('\0')) id = value;
        break;
      case 'retry':
        if (/^\d+$/.test(value)) retry = Number(value);
        break;
      default:
        break;
    }
  }
  return events;
}
