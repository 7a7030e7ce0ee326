import { backup } from './backup.ts';
import { courses } from './courses.ts';
import { dress } from './dress.ts';
import { open } from './open.ts';
import { partial } from './partial.ts';
import { rejections } from './rejections.ts';
import { told } from './told.ts';
import { unsteady } from './unsteady.ts';
import type { Variant } from '../endpoint.ts';

/** Every way in which an endpoint may differ from ours and still conform. A new one is an entry in one of these. */
export const conforming: readonly Variant[] = [
  ...rejections,
  ...open,
  ...told,
  ...backup,
  ...courses,
  ...partial,
  ...unsteady,
  ...dress,
];
