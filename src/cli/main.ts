#!/usr/bin/env node
import { guardProcess, wantsDebug } from './defects.ts';

guardProcess(wantsDebug(process.argv));
const { run } = await import('./program.ts');
await run(process.argv);
