import { judge } from '../../test-support/hostile/judge.ts';
import { hollow } from '../../test-support/hostile/targets/index.ts';

judge('hollow targets', hollow);
