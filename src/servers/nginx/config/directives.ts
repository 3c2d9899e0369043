/** The directives of the subset: where each may stand, and how many arguments it takes. */

/** The block a directive stands in. `server if` and `location if` are what `if` opens in either. */
export type Context =
  | 'main'
  | 'events'
  | 'http'
  | 'server'
  | 'location'
  | 'server if'
  | 'location if'
  | 'limit_except'
  | 'upstream'
  | 'map'
  | 'types';

export interface DirectiveRule {
  contexts: readonly Context[];
  /** Fewest and most arguments. */
  least: number;
  most: number;
  isBlock?: boolean;
}

const MANY = 64;
const everywhere: readonly Context[] = ['http', 'server', 'location'];
const withIf: readonly Context[] = [...everywhere, 'location if'];
const scripted: readonly Context[] = ['server', 'location', 'server if', 'location if'];
const guarded: readonly Context[] = [...everywhere, 'limit_except'];

const one = (contexts: readonly Context[], least: number, most = least): DirectiveRule => ({ contexts, least, most });
const block = (contexts: readonly Context[], least: number, most = least): DirectiveRule => ({
  contexts,
  least,
  most,
  isBlock: true,
});

/** What does something here. */
const WITH_EFFECT: Readonly<Record<string, DirectiveRule>> = {
  http: block(['main'], 0),
  server: block(['http'], 0),
  location: block(['server', 'location'], 1, 2),
  if: block(['server', 'location'], 1, MANY),
  limit_except: block(['location'], 1, MANY),
  map: block(['http'], 2),
  upstream: block(['http'], 1),
  types: block(everywhere, 0),
  include: one(['main', ...everywhere, 'location if', 'types', 'map'], 1),
  listen: one(['server'], 1, MANY),
  server_name: one(['server'], 1, MANY),
  add_header: one(withIf, 2, 3),
  expires: one(withIf, 1, 2),
  return: one(scripted, 1, 2),
  rewrite: one(scripted, 2, 3),
  set: one(scripted, 2),
  break: one(scripted, 0),
  error_page: one(withIf, 2, MANY),
  recursive_error_pages: one(everywhere, 1),
  try_files: one(['server', 'location'], 2, MANY),
  internal: one(['location'], 0),
  default_type: one(everywhere, 1),
  charset: one(withIf, 1),
  client_max_body_size: one(everywhere, 1),
  server_tokens: one(everywhere, 1),
  absolute_redirect: one(everywhere, 1),
  port_in_redirect: one(everywhere, 1),
  server_name_in_redirect: one(everywhere, 1),
  underscores_in_headers: one(['http', 'server'], 1),
  ignore_invalid_headers: one(['http', 'server'], 1),
  auth_basic: one(guarded, 1),
  auth_basic_user_file: one(guarded, 1),
  allow: one(guarded, 1),
  deny: one(guarded, 1),
  satisfy: one(everywhere, 1),
  resolver: one(everywhere, 1, MANY),
  proxy_pass: one(['location', 'location if', 'limit_except'], 1),
  proxy_set_header: one(everywhere, 2),
  proxy_hide_header: one(everywhere, 1),
  proxy_pass_header: one(everywhere, 1),
  proxy_intercept_errors: one(everywhere, 1),
  proxy_redirect: one(everywhere, 1, 2),
};

/** What is read and changes nothing that a client or a browser could see here. */
const WITHOUT_EFFECT: Readonly<Record<string, DirectiveRule>> = {
  events: block(['main'], 0),
  ...each(['user', 'worker_processes', 'pid', 'worker_rlimit_nofile'], ['main'], 1, 2),
  ...each(['worker_connections', 'multi_accept', 'use'], ['events'], 1),
  ...each(['access_log', 'error_log', 'log_format'], ['main', ...withIf, 'limit_except'], 1, MANY),
  ...each(['root', 'sendfile', 'log_not_found'], withIf, 1),
  ...each(['alias'], ['location'], 1),
  ...each(['index', 'keepalive_requests', 'keepalive_timeout'], everywhere, 1, MANY),
  ...each(
    ['tcp_nopush', 'tcp_nodelay', 'types_hash_max_size', 'client_body_timeout', 'client_header_timeout'],
    everywhere,
    1,
  ),
  ...each(['server_names_hash_bucket_size', 'map_hash_max_size', 'map_hash_bucket_size', 'http2'], everywhere, 1),
  ...each(['gzip', 'gzip_vary', 'gzip_comp_level', 'gzip_min_length', 'gzip_disable'], withIf, 1, MANY),
  ...each(['gzip_proxied', 'gzip_types', 'gzip_buffers', 'gzip_http_version'], everywhere, 1, MANY),
  ...each(['ssl_certificate', 'ssl_certificate_key', 'ssl_protocols', 'ssl_ciphers'], ['http', 'server'], 1, MANY),
  ...each(['ssl_prefer_server_ciphers', 'ssl_session_cache', 'ssl_session_timeout'], ['http', 'server'], 1, MANY),
  ...each(['ssl_dhparam', 'ssl_session_tickets', 'ssl_stapling', 'ssl_stapling_verify'], ['http', 'server'], 1),
  ...each(['proxy_connect_timeout', 'proxy_read_timeout', 'proxy_send_timeout', 'proxy_buffering'], everywhere, 1),
  ...each(
    ['proxy_buffers', 'proxy_buffer_size', 'proxy_busy_buffers_size', 'client_body_buffer_size'],
    everywhere,
    1,
    2,
  ),
  ...each(
    ['proxy_http_version', 'proxy_request_buffering', 'proxy_ssl_server_name', 'proxy_ssl_verify', 'proxy_ssl_name'],
    everywhere,
    1,
  ),
  ...each(['proxy_cache_bypass', 'proxy_no_cache'], everywhere, 1, MANY),
  ...each(['keepalive'], ['upstream'], 1),
  ...each(['least_conn', 'ip_hash'], ['upstream'], 0),
};

/** Directives of nginx's own modules that are not in the subset: known, and said to be missing. */
const NOT_OFFERED: ReadonlySet<string> = new Set(
  (
    'auth_request auth_request_set auth_delay auth_jwt sub_filter sub_filter_once sub_filter_types proxy_cache ' +
    'proxy_cache_path proxy_cache_valid proxy_cache_key proxy_cache_methods proxy_ignore_headers proxy_method ' +
    'proxy_set_body proxy_pass_request_headers proxy_pass_request_body proxy_next_upstream proxy_cookie_domain ' +
    'proxy_cookie_path proxy_cookie_flags proxy_store proxy_bind proxy_limit_rate fastcgi_pass fastcgi_param ' +
    'fastcgi_index fastcgi_split_path_info uwsgi_pass uwsgi_param scgi_pass grpc_pass grpc_set_header memcached_pass ' +
    'limit_req limit_req_zone limit_conn limit_conn_zone limit_rate autoindex add_trailer geo split_clients ' +
    'secure_link secure_link_md5 valid_referers mirror perl js_import js_content js_set image_filter ssi ' +
    'stub_status userid real_ip_header set_real_ip_from random_index dav_methods mp4 flv empty_gif etag ' +
    'if_modified_since merge_slashes large_client_header_buffers ' +
    'client_body_in_file_only proxy_headers_hash_max_size stream mail ssl_client_certificate ssl_verify_client ' +
    'rewrite_log uninitialized_variable_warn echo more_set_headers more_clear_headers headers_more'
  ).split(' '),
);

const RULES: Readonly<Record<string, DirectiveRule>> = { ...WITHOUT_EFFECT, ...WITH_EFFECT };

/** The block that a directive opens, by its name and the block it stands in. */
export function contextInside(name: string, context: Context): Context {
  if (name === 'if') return context === 'server' ? 'server if' : 'location if';
  return name as Context;
}

/** Why a directive may not stand where it does, in nginx's words where nginx has some. */
export function complaint(
  [name = '', ...args]: readonly string[],
  context: Context,
  end: ';' | '{' | '}',
): string | undefined {
  // The same word means another thing inside of `upstream`.
  const rule = context === 'upstream' && name === 'server' ? UPSTREAM_SERVER : ruleOf(name);
  if (!rule) {
    if (NOT_OFFERED.has(name)) return `"${name}" is not offered here; docs/nginx.md lists the directives that are`;
    return `unknown directive "${name}"`;
  }
  if (!rule.contexts.includes(context)) return `"${name}" directive is not allowed here`;
  if (rule.isBlock && end !== '{') return `directive "${name}" has no opening "{"`;
  if (!rule.isBlock && end !== ';') return `directive "${name}" is not terminated by ";"`;
  if (args.length < rule.least || args.length > rule.most) {
    return `invalid number of arguments in "${name}" directive`;
  }
  return undefined;
}

const UPSTREAM_SERVER = one(['upstream'], 1, MANY);

function ruleOf(name: string): DirectiveRule | undefined {
  return Object.hasOwn(RULES, name) ? RULES[name] : undefined;
}

function each(
  names: readonly string[],
  contexts: readonly Context[],
  least: number,
  most = least,
): Record<string, DirectiveRule> {
  return Object.fromEntries(names.map((name) => [name, one(contexts, least, most)]));
}
