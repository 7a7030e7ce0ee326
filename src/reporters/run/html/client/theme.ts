/** Applies the theme that was chosen last, before anything is shown; the answer starts the button that changes it. */
export function startTheme(): () => void {
  const root = document.documentElement;
  const chosen = remembered();
  if (chosen !== undefined) root.dataset['theme'] = chosen;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean =>
    (root.dataset['theme'] ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';

  return () => {
    const button = document.querySelector<HTMLButtonElement>('#theme');
    if (button === null) return;
    const label = (): void => {
      button.textContent = isDark() ? 'Light' : 'Dark';
      button.setAttribute('aria-label', `Change to ${isDark() ? 'light' : 'dark'} colours`);
    };
    button.addEventListener('click', () => {
      const theme = isDark() ? 'light' : 'dark';
      root.dataset['theme'] = theme;
      remember(theme);
      label();
    });
    prefersDark.addEventListener('change', label);
    label();
  };
}

const key = 'neptune-copy-contract theme';

// A page that was opened from a file may have no storage.
function remembered(): string | undefined {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'dark' || theme === 'light' ? theme : undefined;
  } catch {
    return undefined;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It holds for this visit.
  }
}
