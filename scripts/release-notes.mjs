// Prints what CHANGELOG.md tells of a version: node scripts/release-notes.mjs v1.2.3
// Ends with 1 where package.json has another version, or the CHANGELOG nothing of it.
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const wanted = (process.argv[2] ?? '').replace(/^v/, '');
const { version } = JSON.parse(read('package.json'));
const sections = read('CHANGELOG.md').split(/^## /m).slice(1);
const notes = sections
  .find((section) => section.split(/[\s,]/, 1)[0] === wanted)
  ?.replace(/^.*\n/, '')
  .trim();
const problem =
  wanted !== version
    ? `the tag is of version ${wanted}, package.json of ${version}`
    : !notes && `CHANGELOG.md tells nothing under "## ${version}"`;
if (problem) {
  console.error(problem);
  process.exit(1);
}
console.log(notes);
