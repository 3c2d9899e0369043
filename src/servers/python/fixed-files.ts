/** The files around the learner's own that are as they are: to be looked at, not to be changed. */

import routes from './realm/example_routes.py?raw';
import urls from './mysite/urls.py?raw';
import views from './mysite/views.py?raw';
import baseSettings from './mysite/base_settings.py?raw';

export interface FixedFile {
  name: string;
  code: string;
}

export const djangoFiles: readonly FixedFile[] = [
  { name: 'urls.py', code: urls },
  { name: 'views.py', code: views },
  { name: 'base_settings.py', code: baseSettings },
];

/** Behind a snippet that makes no app of its own. */
export const flaskFiles: readonly FixedFile[] = [{ name: 'example_routes.py', code: routes }];
