/** Loaded before a run under test: writes the most memory that it held, in KiB, as it ends. */
import { writeFileSync } from 'node:fs';

const file = process.env['NCC_MEMORY_FILE'];
if (file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
}
