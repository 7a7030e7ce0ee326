import type { Filter } from './filter.ts';

/** Lets links to rules and deviations open what they lead to, and the address follow the rule that is opened. */
export function startLinks(filter: Filter): void {
  addEventListener('hashchange', () => follow(filter));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // A link to where the page is already changes no address, and what it leads to may be closed again.
    if (link?.hash !== undefined && link.hash !== '' && link.hash === location.hash) follow(filter);
    const summary = event.target instanceof Element ? event.target.closest('details.entry > summary') : null;
    const rule = summary?.parentElement;
    if (rule instanceof HTMLDetailsElement && !rule.open) {
      history.replaceState(null, '', `#${encodeURIComponent(rule.id)}`);
    }
  });
  follow(filter);
}

function follow(filter: Filter): void {
  const target = document.getElementById(named(location.hash.slice(1)));
  if (target === null) return;
  const rule = target.closest<HTMLDetailsElement>('details.entry');
  if (rule?.hidden === true) filter.clear();
  for (let at: Element | null = target; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target.scrollIntoView();
  (target === rule ? rule.querySelector<HTMLElement>('summary') : target)?.focus({ preventScroll: true });
}

function named(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
