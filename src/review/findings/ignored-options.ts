import { nearestName } from '@/explain/edit-distance';
import { join, list, say } from '@/explain/sentence';
import type { Finding } from '../contract';
import type { Dossier } from '../dossier';
import { CORS_OPTIONS, ignoredByCors } from '../options/cors-package';
import { heardFromCorsHeaders } from '../options/django-cors-headers';
import { heardFromFlaskCors } from '../options/flask-cors';
import type { Heard } from '../options/ignored';

/** Options that no package knows: it takes them without a word, and goes on with its defaults. */
export async function ignoredOptions(dossier: Dossier): Promise<Finding[]> {
  const { server } = dossier;
  switch (server.kind) {
    case 'express':
      return found(dossier, 'cors()', { ignored: ignoredByCors(server.code), known: CORS_OPTIONS });
    case 'flask':
      return found(dossier, 'Flask-CORS', await heardFromFlaskCors(dossier, server));
    case 'django':
      return found(dossier, 'django-cors-headers', await heardFromCorsHeaders(dossier, server));
    default:
      return [];
  }
}

function found({ server }: Dossier, by: string, { ignored, known }: Heard): Finding[] {
  return ignored.map(({ name, line }): Finding => {
    // A setting is not meant where an option stands, nor the other way round.
    const alike = known.filter((each) => /^[A-Z]/.test(each) === /^[A-Z]/.test(name));
    const meant = nearestName(name, alike);
    return {
      kind: 'option-without-effect',
      severity: 'warning',
      server: server.origin,
      sentence: join(
        say`${name} has no effect: ${by} has no such option.`,
        meant === undefined ? [] : say` Did you mean ${meant}?`,
      ),
      advice: meant === undefined ? join(['It knows '], list(alike), ['.']) : say`Write ${meant}.`,
      place: { in: 'code', line },
      demonstration: null,
    };
  });
}
