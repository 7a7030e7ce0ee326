/** The filter of deviations and rules, as others may use it. */
export interface Filter {
  /** Shows all again. */
  clear(): void;
}

/** Something that is found by its text. */
interface Entry {
  readonly element: HTMLElement;
  readonly text: string;
}

/** A deviation, or a rule with its cases. */
interface FilteredEntry extends Entry {
  readonly element: HTMLDetailsElement;
  readonly status: string;
  readonly gating: boolean;
  readonly cases: readonly Entry[];
}

/** Starts search, filters by status and gate, and opening of all that is shown. */
export function startFilter(): Filter {
  const search = document.querySelector<HTMLInputElement>('#search');
  const chips = [...document.querySelectorAll<HTMLButtonElement>('button.chip')];
  const gating = document.querySelector<HTMLButtonElement>('#gating');
  const entries = [...document.querySelectorAll<HTMLDetailsElement>('details.entry')];
  let index: readonly FilteredEntry[] | undefined;

  const apply = (): void => {
    const words = (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(chips.filter(isPressed).flatMap((chip) => chip.dataset['filter'] ?? []));
    const onlyGating = gating !== null && isPressed(gating);
    index ??= entries.map(indexed);
    for (const entry of index) {
      const hasStatus = wanted.size === 0 || wanted.has(entry.status);
      entry.element.hidden = !(hasStatus && (!onlyGating || entry.gating) && matches(entry, words));
    }
    for (const group of document.querySelectorAll<HTMLElement>('.group')) {
      group.hidden = group.querySelector('details.entry:not([hidden])') === null;
    }
    tell(entries);
  };

  search?.addEventListener('input', apply);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(!isPressed(chip)));
      apply();
    });
  }
  startOpening(entries);
  return {
    clear() {
      if (search !== null) search.value = '';
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
      apply();
    },
  };
}

const isPressed = (chip: HTMLElement): boolean => chip.getAttribute('aria-pressed') === 'true';

/** Whether an entry or some of its cases have all the words. Cases that have not are hidden, unless the entry has. */
function matches({ text, cases }: FilteredEntry, words: readonly string[]): boolean {
  const has = (entry: { readonly text: string }): boolean => words.every((word) => entry.text.includes(word));
  const whole = has({ text });
  let some = whole;
  for (const each of cases) {
    const fits = whole || has(each);
    if (each.element.hidden === fits) each.element.hidden = !fits;
    some ||= fits;
  }
  return some;
}

function indexed(element: HTMLDetailsElement): FilteredEntry {
  const parts = element.querySelectorAll(
    'summary .name, .own, .finding h4 .mono, .finding .says, .versus dd, .finding .names',
  );
  return {
    element,
    status: element.dataset['status'] ?? '',
    gating: element.dataset['gating'] === 'true',
    text: [...parts].map(textOf).join(' '),
    cases: [...element.querySelectorAll<HTMLElement>('.cases > li')].map((each) => ({
      element: each,
      text: textOf(each),
    })),
  };
}

const textOf = (element: Element): string => element.textContent.toLowerCase();

/** How many deviations and rules are shown. */
function tell(entries: readonly HTMLDetailsElement[]): void {
  const status = document.querySelector('#shown');
  const none = document.querySelector<HTMLElement>('#none');
  const told = ['deviation', 'rule'].flatMap((what) => {
    const all = entries.filter((entry) => entry.classList.contains(what));
    const shown = all.filter((entry) => !entry.hidden).length;
    const plural = all.length === 1 ? what : `${what}s`;
    return all.length === 0 ? [] : [`${shown === all.length ? '' : `${shown} of `}${all.length} ${plural}`];
  });
  if (status !== null) status.textContent = told.join(', ');
  if (none !== null) none.hidden = entries.some((entry) => !entry.hidden);
}

/** Opens or closes all that is shown. */
function startOpening(entries: readonly HTMLDetailsElement[]): void {
  const button = document.querySelector<HTMLButtonElement>('#expand');
  button?.addEventListener('click', () => {
    const shown = entries.filter((entry) => !entry.hidden);
    const open = shown.some((entry) => !entry.open);
    for (const entry of shown) entry.open = open;
    button.textContent = open ? 'Close all' : 'Open all';
  });
}
