/** Lets the buttons beside texts copy them. */
export function startCopying(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button.copy') : null;
    const text = button?.parentElement?.querySelector('pre')?.textContent;
    if (button !== null && text !== undefined) void copy(text).then((done) => say(button, done));
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Browsers give the clipboard only to pages they trust; a page that was opened from a file may not be one. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else where the clipboard is closed
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

function say(button: HTMLElement, done: boolean): void {
  const said = document.querySelector('#said');
  if (said !== null) said.textContent = done ? 'Copied' : 'Could not be copied';
  button.textContent = done ? 'Copied' : 'Failed';
  setTimeout(() => {
    button.textContent = 'Copy';
    if (said !== null) said.textContent = '';
  }, 1_500);
}
