/** The Python text that we write: the realm, and the project that settings.py belongs to. */

type Texts = Record<string, string>;

const realm = import.meta.glob<string>('../realm/*.py', { query: '?raw', import: 'default', eager: true });
const project = import.meta.glob<string>('../mysite/*.py', { query: '?raw', import: 'default', eager: true });

export const realmFiles = byName(realm);
export const projectFiles = byName(project);

function byName(modules: Texts): Texts {
  return Object.fromEntries(Object.entries(modules).map(([path, text]) => [path.replace(/^.*\//, ''), text]));
}
