import { judge } from '../../test-support/hostile/judge.ts';
import { endless } from '../../test-support/hostile/targets/index.ts';

judge('endless targets', endless, { concurrent: true });
