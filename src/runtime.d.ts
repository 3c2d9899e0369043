/** A module bundled for itself into one classic script: what a sandbox runs. See scripts/vite/runtimes.ts. */
declare module '*?runtime' {
  /** The script's source text. In the page it is fetched on first use. */
  const load: () => Promise<string>;
  export default load;
}
