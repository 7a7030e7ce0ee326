#!/usr/bin/env node
import { run } from './program.ts';

// The SDK's remark on Node 20 is noise in the output of a tool.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
await run(process.argv);
