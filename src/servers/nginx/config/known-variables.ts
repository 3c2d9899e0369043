/** The variables that nginx has by itself, of those that mean something here. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'args binary_remote_addr body_bytes_sent content_length content_type connection document_root document_uri host ' +
    'hostname https is_args limit_rate msec nginx_version pid proxy_add_x_forwarded_for proxy_host proxy_port ' +
    'query_string realpath_root remote_addr remote_port remote_user request request_body request_completion ' +
    'request_filename request_id request_length request_method request_time request_uri scheme sent_http_location ' +
    'server_addr server_name server_port server_protocol status time_iso8601 time_local upstream_addr ' +
    'upstream_response_time upstream_status uri http_host'
  ).split(' '),
);

const FAMILIES = /^(?:http|arg|cookie|sent_http|upstream_http|upstream_cookie)_\w+$|^[1-9]$/;

export function isKnownVariable(name: string): boolean {
  return NAMES.has(name) || FAMILIES.test(name);
}
