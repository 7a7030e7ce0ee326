/** The filter of the rules, as others may use it. */
export interface Filter {
  /** Shows all rules again. */
  clear(): void;
}

/** A rule or a case, and what a search looks at. */
interface Entry {
  readonly element: HTMLElement;
  readonly text: string;
}

/** A rule with its cases. */
interface RuleEntry extends Entry {
  readonly element: HTMLDetailsElement;
  readonly status: string;
  readonly cases: readonly Entry[];
}

/** Starts search, filter by status, and opening of all that is shown. */
export function startFilter(): Filter {
  const search = document.querySelector<HTMLInputElement>('#search');
  const chips = [...document.querySelectorAll<HTMLButtonElement>('button.chip')];
  const rules = [...document.querySelectorAll<HTMLDetailsElement>('details.rule')];
  let index: readonly RuleEntry[] | undefined;

  const apply = (): void => {
    const words = (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(chips.filter(isPressed).map((chip) => chip.dataset['filter'] ?? ''));
    index ??= rules.map(indexed);
    let shown = 0;
    for (const rule of index) {
      const visible = (wanted.size === 0 || wanted.has(rule.status)) && matches(rule, words);
      rule.element.hidden = !visible;
      if (visible) shown += 1;
    }
    for (const group of document.querySelectorAll<HTMLElement>('.group')) {
      group.hidden = group.querySelector('details.rule:not([hidden])') === null;
    }
    tell(shown, rules.length);
  };

  search?.addEventListener('input', apply);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(!isPressed(chip)));
      apply();
    });
  }
  startOpening(rules);
  return {
    clear() {
      if (search !== null) search.value = '';
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
      apply();
    },
  };
}

const isPressed = (chip: HTMLElement): boolean => chip.getAttribute('aria-pressed') === 'true';

/** Whether a rule or some of its cases have all the words. Cases that have not are hidden, unless the rule has. */
function matches({ text, cases }: RuleEntry, words: readonly string[]): boolean {
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

function indexed(element: HTMLDetailsElement): RuleEntry {
  const parts = element.querySelectorAll('summary .name, .finding h4 .mono, .versus dd');
  return {
    element,
    status: element.dataset['status'] ?? '',
    text: [...parts].map(textOf).join(' '),
    cases: [...element.querySelectorAll<HTMLElement>('.cases > li')].map((each) => ({
      element: each,
      text: textOf(each),
    })),
  };
}

const textOf = (element: Element): string => element.textContent.toLowerCase();

function tell(shown: number, all: number): void {
  const status = document.querySelector('#shown');
  const none = document.querySelector<HTMLElement>('#none');
  if (status !== null) status.textContent = shown === all ? `${all} rules` : `${shown} of ${all} rules`;
  if (none !== null) none.hidden = shown > 0;
}

/** Opens or closes all rules that are shown. */
function startOpening(rules: readonly HTMLDetailsElement[]): void {
  const button = document.querySelector<HTMLButtonElement>('#expand');
  button?.addEventListener('click', () => {
    const shown = rules.filter((rule) => !rule.hidden);
    const open = shown.some((rule) => !rule.open);
    for (const rule of shown) rule.open = open;
    button.textContent = open ? 'Close all' : 'Open all';
  });
}
