/**
 * The way between the host and Python, and the only one: a file. Python reads an order from it and writes what came of it. Nothing
 * is called with an argument, so no object of JavaScript ever gets into Python's memory.
 */

import type { FileSystem } from './files';

/** Bytes of one answer: more than any that the host would take. */
const LONGEST_ANSWER = 40_000_000;
const TOO_LARGE = 22;

const DOOR = '/dev/realm';
const CLOCK = '/dev/clock';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface Door {
  /** What Python reads next. */
  put(text: string): void;
  /** What Python has written since. */
  take(): string;
}

export function openDoor(FS: FileSystem): Door {
  let order = new Uint8Array();
  let read = 0;
  let answers: Uint8Array[] = [];
  let written = 0;
  makeDevice(FS, DOOR, 1, {
    read(_stream: unknown, buffer: Uint8Array, offset: number, length: number) {
      const part = order.subarray(read, read + length);
      buffer.set(part, offset);
      read += part.length;
      return part.length;
    },
    write(_stream: unknown, buffer: Uint8Array, offset: number, length: number) {
      written += length;
      if (written > LONGEST_ANSWER) throw new FS.ErrnoError(TOO_LARGE);
      answers.push(buffer.slice(offset, offset + length));
      return length;
    },
  });
  return {
    put(text) {
      order = encoder.encode(text);
      read = written = 0;
      answers = [];
    },
    take: () => answers.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode(),
  };
}

/** @param onSleep is told how many simulated milliseconds the code has slept in this turn */
export function makeClock(FS: FileSystem, onSleep: (elapsed: number) => void): void {
  makeDevice(FS, CLOCK, 0, {
    write(_stream: unknown, buffer: Uint8Array, offset: number, length: number) {
      onSleep(Number(String.fromCharCode(...buffer.slice(offset, offset + length))));
      return length;
    },
  });
}

function makeDevice(FS: FileSystem, path: string, minor: number, operations: object): void {
  const device = FS.makedev(64, minor);
  FS.registerDevice(device, operations);
  FS.mkdev(path, device);
}
