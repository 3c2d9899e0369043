/** What `nginx -t` would say, and the line it says it about (1-based). Thrown while a configuration is read. */
export class ConfigError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
    this.name = 'ConfigError';
  }
}
