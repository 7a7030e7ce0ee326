#!/usr/bin/env node
import { guardProcess, wantsDebug } from './defects.ts';

guardProcess(wantsDebug(process.argv));
// The SDK's remark on Node 20 is noise in the output of a tool.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const { run } = await import('./program.ts');
await run(process.argv);
