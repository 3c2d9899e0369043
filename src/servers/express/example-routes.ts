/** The routes behind a snippet that makes no app of its own. Documented in docs/example-routes.md. */

import express, { type Router } from 'express';

interface User {
  id: number;
  name: string;
}

export function exampleRoutes(): Router {
  const users: User[] = [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Grace' },
  ];
  const router = express.Router();
  router.use(express.json());

  router.get('/', (_request, response) => void response.json({ ok: true }));

  router
    .route('/users')
    .get((_request, response) => void response.json(users))
    .post((request, response) => {
      const user = { ...fields(request.body), id: users.length + 1 } as User;
      users.push(user);
      response.status(201).location(`/users/${user.id}`).json(user);
    })
    .put((_request, response) => void response.json({ ok: true }))
    .patch((_request, response) => void response.json({ ok: true }))
    .delete((_request, response) => void response.status(204).end());

  router
    .route('/users/:id')
    .all((request, response, next) => {
      const user = users.find(({ id }) => String(id) === request.params.id);
      if (!user && request.method !== 'OPTIONS') return void response.status(404).json({ error: 'No such user' });
      response.locals.user = user;
      next();
    })
    .get((_request, response) => void response.json(response.locals.user))
    .put((request, response) => void response.json(Object.assign(userOf(response), fields(request.body))))
    .patch((request, response) => void response.json(Object.assign(userOf(response), fields(request.body))))
    .delete((_request, response) => {
      users.splice(users.indexOf(userOf(response)), 1);
      response.status(204).end();
    });

  router.post('/login', (_request, response) => {
    response.cookie('session', 'abc123', { httpOnly: true, secure: true, sameSite: 'none' }).json({ ok: true });
  });
  router.get('/me', (request, response) => {
    const known = /(^|; )session=abc123(;|$)/.test(request.headers.cookie ?? '');
    response.status(known ? 200 : 401).json(known ? users[0] : { error: 'Not logged in' });
  });
  router.get('/redirect', (_request, response) => response.redirect('/users'));
  router.get('/slow', (_request, response) => void setTimeout(() => response.json({ ok: true }), 2000));
  router.get('/error', () => {
    throw new Error('Something broke');
  });
  return router;
}

function fields(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}

function userOf(response: { locals: Record<string, unknown> }): User {
  return response.locals.user as User;
}
