/** A place in the page's address space: which program, which run of it, which moment. */
export interface Place {
  readonly page: Page;
  /** The run that is shown, for pages whose program is run here. */
  readonly run?: string | undefined;
  /** The exploration the run is one execution of; that of a saved program is the page's own. */
  readonly exploration?: string | undefined;
  /** The step of the moment that is shown. */
  readonly step?: number | undefined;
}

export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'example'; readonly name: string }
  | { readonly kind: 'snippet'; readonly id: string }
  | { readonly kind: 'unknown'; readonly path: string };

export const HOME: Page = { kind: 'home' };

/** The place an address names. */
export function placeOf(url: URL): Place {
  return {
    page: pageOf(url.pathname),
    run: url.searchParams.get('run') ?? undefined,
    exploration: url.searchParams.get('of') ?? undefined,
    step: stepOf(url.hash),
  };
}

function pageOf(path: string): Page {
  if (path === '/' || path === '/index.html') return HOME;
  const [, folder = '', name = '', rest] = path.split('/');
  const known = unescaped(name);
  if (known !== '' && rest === undefined) {
    if (folder === 'examples') return { kind: 'example', name: known };
    if (folder === 's') return { kind: 'snippet', id: known };
  }
  return { kind: 'unknown', path };
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ''; // A stray percent sign: no name of ours.
  }
}

function stepOf(hash: string): number | undefined {
  const found = /^#step=(\d{1,9})$/.exec(hash);
  return found === null ? undefined : Number(found[1]);
}

export function pathOf(page: Page): string {
  switch (page.kind) {
    case 'home':
      return '/';
    case 'example':
      return `/examples/${encodeURIComponent(page.name)}`;
    case 'snippet':
      return `/s/${encodeURIComponent(page.id)}`;
    case 'unknown':
      return page.path;
    default:
      return page satisfies never;
  }
}

/** The address of a place, without the host. */
export function addressOf(place: Place): string {
  const { exploration } = place;
  const of = exploration === undefined ? '' : `&of=${encodeURIComponent(exploration)}`;
  const run = place.run === undefined ? '' : `?run=${encodeURIComponent(place.run)}${of}`;
  const step = place.step === undefined ? '' : `#step=${place.step}`;
  return pathOf(place.page) + run + step;
}

/** Whether two places show the same program and run, at whatever moment. */
export function isSameStage(one: Place, other: Place): boolean {
  return pathOf(one.page) === pathOf(other.page) && one.run === other.run;
}
