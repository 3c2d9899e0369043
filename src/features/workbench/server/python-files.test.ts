import { expect, it } from 'vitest';
import { djangoFiles, flaskFiles } from '@/servers/python/fixed-files';
import { fixedFilesOf } from './python-files';

const files = { flask: flaskFiles, django: djangoFiles };
const names = (kind: 'flask' | 'django', code: string): string[] =>
  fixedFilesOf({ origin: 'https://api.example.com', kind, code }, files).map(({ name }) => name);

it('a Django project has its fixed files beside the settings', () => {
  expect(names('django', '')).toEqual(['urls.py', 'views.py', 'base_settings.py']);
});

it('a Flask snippet stands before the example routes; code with an app of its own does not', () => {
  expect(names('flask', 'CORS(app)  # not a Flask()')).toEqual(['example_routes.py']);
  expect(names('flask', 'app = Flask(__name__)')).toEqual([]);
});
