declare module 'virtual:python-parts' {
  /** By file name. `address`: a URL in the page, a path on the command line. `size` in bytes. */
  const parts: Record<string, { address: string; size: number }>;
  export default parts;
}
