import { nearestName } from '@/explain/edit-distance';
import type { DjangoServer } from '@/scenario/document';
import type { Dossier } from '../dossier';
import type { Heard, Ignored } from './ignored';
import { listen, SAYS } from './listen';

/** Has django-cors-headers read all of its settings, and says which ones it asked for. */
const EAR = `
def _say_what_corsheaders_reads():
    import json
    from corsheaders import conf

    class Asked:
        def __getattr__(self, name):
            names.append(name)
            raise AttributeError(name)

    names = []
    settings, conf.settings = conf.settings, Asked()
    for name in dir(conf.Settings):
        if name.isupper():
            getattr(conf.conf, name)
    conf.settings = settings
    print('${SAYS}' + json.dumps(names))


_say_what_corsheaders_reads()
`;

export async function heardFromCorsHeaders(dossier: Dossier, server: DjangoServer): Promise<Heard> {
  const written = settingsIn(server.code);
  if (written.length === 0) return { ignored: [], known: [] };
  const { known } = await listen(dossier, { ...server, code: `${server.code}\n${EAR}` });
  const ignored = written.filter(
    ({ name }) =>
      known.length > 0 && !known.includes(name) && (name.startsWith('CORS_') || nearestName(name, known) !== undefined),
  );
  return { ignored, known };
}

/** Settings of the packages’ kind that the code gives a value, and does not itself use. */
function settingsIn(code: string): Ignored[] {
  const text = code.replace(/#.*$/gm, '');
  return text.split('\n').flatMap((line, at): Ignored[] => {
    const name = /^([A-Z]*COR[A-Z]*_[A-Z0-9_]+)\s*(?::[^=]*)?\+?=(?!=)/.exec(line)?.[1];
    const uses = name === undefined ? 0 : (text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0);
    return name !== undefined && uses === 1 ? [{ name, line: at + 1 }] : [];
  });
}
