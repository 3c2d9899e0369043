import type { Server } from '@/scenario/document';
import type { Wish } from '../wish';
import type { Context, Edit } from './edit';
import { editExpress } from './express';
import { editDjango } from './django';
import { editFlask } from './flask';
import { editHeaders } from './headers';
import { editNginx } from './nginx';

/** The ways to make this server's answer as wished. */
export async function editServer(server: Server, wish: Wish, context: Context): Promise<Edit[]> {
  switch (server.kind) {
    case 'headers':
      return editHeaders(server, wish, context);
    case 'express':
      return editExpress(server, wish, context);
    case 'flask':
      return editFlask(server, wish, context);
    case 'django':
      return editDjango(server, wish, context);
    case 'nginx':
      return editNginx(server, wish, context);
    case 'proxy':
      return [];
  }
}
