/** The `express` that user code gets: the published package, with an eye on the apps that are made. */

import expressPackage, { type Express } from 'express';
import corsPackage from 'cors';
import type { RealmContext } from '@/realm/runtime';
import { attributionOf, madeAt } from './attribution';
import { describeError, tidyStack } from './errors';

type ErrorHandler = (error: unknown, request: unknown, response: object, next: (error?: unknown) => void) => unknown;

export interface Apps {
  express: typeof expressPackage;
  cors: typeof corsPackage;
  /** Apps that the user's code made and that are not mounted in another. */
  made(): Express[];
  create(): Express;
  /** To be called when all routes are there: errors and unanswered requests end in Express's own words. */
  finish(app: Express): void;
}

export function createApps({ positions, emit }: RealmContext): Apps {
  const apps: Express[] = [];

  const create = (): Express => {
    const app = expressPackage();
    const use = app.use.bind(app) as (...handlers: unknown[]) => Express;
    app.use = ((...handlers: unknown[]) => use(...handlers.map(tidied))) as typeof app.use;
    return app;
  };

  /** An error handler gets its error with the stack in order: most print it. */
  const tidied = (handler: unknown): unknown => {
    if (Array.isArray(handler)) return handler.map(tidied);
    if (typeof handler !== 'function' || handler.length !== 4) return handler;
    const handle = handler as ErrorHandler;
    const tidy: ErrorHandler = (error, request, response, next) => {
      tidyStack(error, positions);
      return handle(error, request, response, next);
    };
    return Object.defineProperty(tidy, 'name', { value: handle.name });
  };

  const express = Object.assign(() => {
    const app = create();
    apps.push(app);
    return app;
  }, expressPackage);

  return {
    express: express as unknown as typeof expressPackage,
    cors: ((...options: Parameters<typeof corsPackage>) =>
      madeAt(positions.current(), corsPackage(...options) as never)) as unknown as typeof corsPackage,
    made: () => apps.filter((app) => !(app as { parent?: unknown }).parent),
    create,
    finish(app) {
      app.use((_request, response, next) => {
        attributionOf(response)?.hold(undefined);
        next();
      });
      const last: ErrorHandler = (error, _request, response, next) => {
        const line = tidyStack(error, positions);
        attributionOf(response)?.hold(line);
        if (line !== undefined && isFault(error)) {
          emit({ type: 'problem', error: { ...describeError(error, positions), line } });
        }
        next(error);
      };
      app.use(last as never);
    },
  };
}

/** Not one that Express, or the code, made for an answer of the client's fault: those carry its status. */
function isFault(error: unknown): boolean {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  const own = status ?? statusCode;
  return typeof own !== 'number' || own >= 500;
}
