/** As much of a page as a link in its address needs. */
export function pageAt(hash: string): Window {
  const location = { hash, pathname: '/', search: '' };
  const history = {
    state: null as unknown,
    replaceState: (state: unknown, _: string, url?: string): void => {
      history.state = state;
      if (url !== undefined) location.hash = url.includes('#') ? url.slice(url.indexOf('#')) : '';
    },
  };
  return { location, history } as unknown as Window;
}
