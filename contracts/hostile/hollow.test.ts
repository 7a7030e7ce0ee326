import { judge } from './judge.ts';
import { hollow } from './targets/index.ts';

judge('hollow targets', hollow);
