/** What a report's page can do beyond being read. It works without any of this. */
import { startCopying } from './copying.ts';
import { startFilter } from './filter.ts';
import { startLinks } from './links.ts';
import { startTheme } from './theme.ts';

document.documentElement.classList.add('js');
const toggleTheme = startTheme();
document.addEventListener('DOMContentLoaded', () => {
  toggleTheme();
  startCopying();
  startLinks(startFilter());
});
