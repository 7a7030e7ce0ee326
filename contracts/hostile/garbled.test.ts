import { judge } from './judge.ts';
import { garbled } from './targets/index.ts';

judge('garbled targets', garbled);
