import { judge } from './judge.ts';
import { endless } from './targets/index.ts';

judge('endless targets', endless, { concurrent: true });
