/** The directives and variables worth offering, in our own words. */

export interface NginxName {
  name: string;
  insert: string;
  about: string;
}

const directive = (name: string, rest: string, about: string): NginxName => ({
  name,
  insert: `${name} ${rest}`.trimEnd(),
  about,
});

export const nginxDirectives: readonly NginxName[] = [
  directive(
    'add_header',
    '',
    'Adds a header to answers of success and redirection; with always, to every answer. One of these in a block puts all of the outer block away.',
  ),
  directive(
    'location',
    '/ {\n}',
    'What is in force for paths that begin so. = is exactly, ~ a regular expression, ^~ a prefix before which no expression goes.',
  ),
  directive(
    'proxy_pass',
    'http://',
    'Sends the request on, from server to server. With a path, that takes the place of the location’s.',
  ),
  directive(
    'proxy_set_header',
    'Host $host;',
    'A header of the request that goes on. One of these in a block puts all of the outer block away.',
  ),
  directive(
    'proxy_hide_header',
    'Access-Control-Allow-Origin;',
    'Keeps a header of the server behind from the client: against saying it twice.',
  ),
  directive('proxy_pass_header', 'Server;', 'Passes on a header that nginx would keep to itself.'),
  directive('proxy_intercept_errors', 'on;', 'Lets error_page have a word about what the server behind answers.'),
  directive(
    'if',
    '($request_method = OPTIONS) {\n    return 204;\n}',
    'What is in it is in force as a whole, in place of what is outside.',
  ),
  directive(
    'return',
    '204;',
    'Answers now. Headers of add_header are on it where its status is one of success or redirection.',
  ),
  directive('rewrite', '^/old/(.*)$ /new/$1 last;', 'Changes the path where the expression matches.'),
  directive('set', '$cors "";', 'Gives a variable a value.'),
  directive(
    'map',
    '$http_origin $cors_origin {\n    default "";\n    "https://app.example.com" $http_origin;\n}',
    'A variable whose value depends on another one. Outside of server.',
  ),
  directive(
    'limit_except',
    'GET POST {\n    deny all;\n}',
    'What is in force for all other methods: OPTIONS too, if it is not named.',
  ),
  directive('error_page', '404 = @fallback;', 'What is sent in place of an error.'),
  directive('try_files', '$uri =404;', 'There are no files here: always the last one.'),
  directive('auth_basic', '"Members";', 'Asks for a password, preflights too: those never have one.'),
  directive('auth_basic_user_file', 'users;', 'Every such file holds one user here: ada, with the password secret.'),
  directive(
    'client_max_body_size',
    '1m;',
    'Larger requests get 413, without the headers of add_header unless they say always.',
  ),
  directive('expires', '1h;', 'How long an answer may be kept.'),
  directive('default_type', 'application/json;', 'The type of what return sends.'),
  directive('server', '{\n    listen 80;\n}', 'What answers at a port and a name.'),
  directive('server_name', 'api.example.com;', 'The names that a server answers to.'),
  directive('listen', '80;', 'The port of a server.'),
];

export const nginxVariables: readonly NginxName[] = Object.entries({
  http_origin: 'The Origin header of the request; any header as $http_name.',
  request_method: 'GET, OPTIONS, …',
  host: 'The host that was asked for.',
  scheme: 'http or https.',
  uri: 'The path, as it is by now.',
  request_uri: 'Path and query, as they were asked for.',
  args: 'The query.',
  is_args: 'A question mark, where there is a query.',
  remote_addr: 'The client’s address.',
  proxy_add_x_forwarded_for: 'X-Forwarded-For with the client’s address behind.',
  upstream_http_access_control_allow_origin: 'What the server behind answered; any header as $upstream_http_name.',
  cookie_session: 'A cookie; any as $cookie_name.',
}).map(([name, about]) => ({ name: `$${name}`, insert: `$${name}`, about }));
