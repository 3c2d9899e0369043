/** https://webidl.spec.whatwg.org/#idl-DOMException */

const CODES: Record<string, number> = {
  NotFoundError: 8,
  NotSupportedError: 9,
  InvalidStateError: 11,
  SyntaxError: 12,
  SecurityError: 18,
  NetworkError: 19,
  AbortError: 20,
  TimeoutError: 23,
  InvalidCharacterError: 5,
  DataCloneError: 25,
};

export class DOMException extends Error {
  readonly code: number;

  constructor(message: unknown = '', name: unknown = 'Error') {
    super(String(message));
    const ownName = String(name);
    Object.defineProperty(this, 'name', { value: ownName, configurable: true });
    this.code = CODES[ownName] ?? 0;
    Object.defineProperty(this, 'code', { enumerable: false });
  }

  get [Symbol.toStringTag](): string {
    return 'DOMException';
  }
}

const NATIVE: Record<string, new (message: string) => Error> = { TypeError, RangeError, Error };

/** An error as browsers make it: a native one where the name is one, else a DOMException. */
export function makeError({ name, message }: { name: string; message: string }): Error {
  const Native = NATIVE[name];
  return Native ? new Native(message) : new DOMException(message, name);
}
