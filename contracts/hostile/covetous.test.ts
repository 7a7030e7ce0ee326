import { judge } from './judge.ts';
import { covetous } from './targets/index.ts';

judge('covetous targets', covetous);
