import { judge } from '../../test-support/hostile/judge.ts';
import { covetous } from '../../test-support/hostile/targets/index.ts';

judge('covetous targets', covetous);
