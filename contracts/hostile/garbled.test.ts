import { judge } from '../../test-support/hostile/judge.ts';
import { garbled } from '../../test-support/hostile/targets/index.ts';

judge('garbled targets', garbled);
