import type { Impact } from '../../report/impact.ts';

/** What a kind of harm is called, as a title of what does it. */
export const impactTitles: Readonly<Record<Impact, string>> = {
  crash: 'The target fails, or its answer cannot be read',
  'wrong-copy': 'The target accepts what must be refused, copies wrongly, or harms what was there',
  refusal: 'The target refuses what must be accepted',
  'wrong-code': 'The target refuses rightly, but with another code',
  form: 'The target answers rightly, but in another form',
};

/** What stands over deviations from what a requirement set does not ask for. */
export const newTitle = 'New since the requirement set, which do not fail the run';

/** What stands over deviations that are only told. */
export const inferredTitle = 'Deviations from what is not known well enough, which do not fail the run';

/** What stands over deviations that are in the baseline. */
export const knownTitle = 'Known deviations, which do not fail the run';

/** What stands above deviations that others explain. */
export const explainedTitle = 'Explained by the deviations above';
