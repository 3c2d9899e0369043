/** What `require` and `import` give to server code. */

import bodyParser from 'body-parser';
import { Buffer } from 'buffer';
import cookieParser from 'cookie-parser';
import events from 'events';
import path from 'path';
import type { Apps } from './apps';
import { process } from './globals';
import crypto from './node/crypto';
import fs from './node/fs';
import http from './node/http';
import { nodeError } from './node/node-error';
import querystring from './node/querystring';
import url from './node/url';
import util from './node/util';

export { cookieParser };

/** @throws Error with code MODULE_NOT_FOUND */
export type Require = (name: string) => unknown;

/** @param web what Node's `url` has of the web platform */
export function createRequire(
  { express, cors }: Pick<Apps, 'express' | 'cors'>,
  web: Record<string, unknown>,
): Require {
  const packages: Record<string, unknown> = {
    express,
    cors,
    'cookie-parser': cookieParser,
    'body-parser': bodyParser,
  };
  const builtIns: Record<string, unknown> = {
    buffer: { Buffer },
    crypto,
    events,
    fs,
    http,
    https: http,
    path,
    process,
    querystring,
    url: { ...url, ...web },
    util,
  };
  return (name) => {
    const builtIn = name.replace(/^node:/, '');
    if (Object.hasOwn(builtIns, builtIn)) return builtIns[builtIn];
    if (Object.hasOwn(packages, name)) return packages[name];
    const offered = Object.keys(packages).join(', ');
    throw nodeError(Error, 'MODULE_NOT_FOUND', `Cannot find module '${name}'. This playground has ${offered}.`);
  };
}
