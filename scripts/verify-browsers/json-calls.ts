/** Calls and events of a JSON protocol: DevTools, WebDriver BiDi and our own WebKit host all number their calls. */

interface Message {
  id?: number;
  result?: unknown;
  error?: string | { message: string };
  message?: string;
  method?: string;
  params?: unknown;
  sessionId?: string;
}

export type OnEvent = (method: string, params: unknown, sessionId: string | undefined) => void;

export class JsonCalls {
  readonly #send: (text: string) => void;
  readonly #onEvent: OnEvent;
  readonly #pending = new Map<
    number,
    { method: string; resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  #last = 0;

  constructor(send: (text: string) => void, onEvent: OnEvent) {
    this.#send = send;
    this.#onEvent = onEvent;
  }

  call<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#last;
    return new Promise<Result>((resolve, reject) => {
      this.#pending.set(id, { method, resolve: resolve as (result: unknown) => void, reject });
      this.#send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }

  receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.id === undefined || message.id === null) {
      if (message.method) this.#onEvent(message.method, message.params, message.sessionId);
      return;
    }
    const call = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (!call) return;
    if (message.error === undefined) call.resolve(message.result);
    else call.reject(new Error(`${call.method}: ${errorText(message)}`));
  }

  /** The other side is gone. */
  end(why: string): void {
    for (const { method, reject } of this.#pending.values()) reject(new Error(`${method}: ${why}`));
    this.#pending.clear();
  }
}

function errorText({ error, message }: Message): string {
  return typeof error === 'object' ? error.message : `${error} ${message ?? ''}`;
}
