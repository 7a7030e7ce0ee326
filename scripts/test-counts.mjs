// Prints what vitest's JSON report tells: each test or file that failed, and then "N passed, N failed, N skipped".
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const linesShown = 20;
const shown = (file, what, message) =>
  console.log(
    [`FAILED ${relative('.', file)}: ${what}`, ...message.split('\n').slice(0, linesShown), ''].join('\n'),
  );

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const { name, status, message, assertionResults } of report.testResults) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  for (const test of failed) shown(name, test.fullName, test.failureMessages.join('\n'));
  if (status === 'failed' && failed.length === 0) shown(name, 'the file itself', message);
}
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
if (report.numPassedTests === 0) process.exit(1);
