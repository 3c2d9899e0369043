import type { DjangoServer, FlaskServer } from '@/scenario/document';
import type { FixedFile } from '@/servers/python/fixed-files';

type Files = Record<'flask' | 'django', readonly FixedFile[]>;

/** Which fixed files a server has: Flask only where the code makes no app of its own, since the example routes stand on another. */
export function fixedFilesOf({ kind, code }: FlaskServer | DjangoServer, files: Files): readonly FixedFile[] {
  if (kind === 'django') return files.django;
  const withoutComments = code.replace(/#.*/g, '');
  return /\bFlask\s*\(/.test(withoutComments) ? [] : files.flask;
}
