import type { HostileTarget } from '../target.ts';
import { allAlwaysCreating, copiesAlwaysCreating } from './always-creating.ts';
import { answersSuccess, answersSuccessAndLists, answersWhatIsAsked } from './answers-success.ts';
import { bystanders, bystandersAndEnvironment } from './bystanders.ts';
import { echoesHeaders } from './echoes-headers.ts';
import { elementNames, elementNamesOnly } from './element-names.ts';
import { becomesEndless, endlessAnswers, endlessCopies, endlessLists } from './endless-answers.ts';
import { endlessPages, repeatedMarker, twoMarkers } from './endless-pages.ts';
import { full, fullUpToTheQuota } from './full.ts';
import { ignoresFilters, ignoresFiltersInTheSearch, ignoresOneFilter } from './ignores-filters.ts';
import { injections } from './injections.ts';
import { invalidAction, invalidActionButForLooks } from './invalid-action.ts';
import { keepsDeleted } from './keeps-deleted.ts';
import { fiveMegabytesInAMember, fiveMegabytesOfComment } from './megabytes.ts';
import { millionAtOnce, millionPaged } from './million.ts';
import { anotherAccount, anotherRegion, swapsNames } from './mixes-up.ts';
import { namesAnothers } from './names-anothers.ts';
import { answersLooksOnly, neverAnswers, stopsAnswering } from './never-answers.ts';
import { copiesNotNeptune, notNeptune } from './not-neptune.ts';
import { nowAndThen } from './now-and-then.ts';
import { redirects, redirectsLater } from './redirects.ts';
import { becomesSlow, slowlyAnswers } from './slowly-answers.ts';
import { takesNamesLookedUp, takesNamesOfCopies } from './takes-names.ts';
import { xmlBombsInCopies, xmlBombsInLooks } from './xml-bombs.ts';

/** Targets that could have a run touch what is somebody else's. */
export const covetous: readonly HostileTarget[] = [
  bystanders,
  bystandersAndEnvironment,
  ignoresFilters,
  ignoresFiltersInTheSearch,
  ...ignoresOneFilter,
  ...namesAnothers,
  keepsDeleted,
  full,
  fullUpToTheQuota,
  takesNamesLookedUp,
  takesNamesOfCopies,
  swapsNames,
  anotherAccount,
  anotherRegion,
];

/** Targets that could keep a run from ending, or eat its memory. */
export const endless: readonly HostileTarget[] = [
  neverAnswers,
  stopsAnswering,
  answersLooksOnly,
  slowlyAnswers,
  becomesSlow,
  endlessAnswers,
  becomesEndless,
  endlessCopies,
  endlessLists,
  endlessPages,
  repeatedMarker,
  twoMarkers,
  millionPaged,
  millionAtOnce,
  fiveMegabytesOfComment,
  fiveMegabytesInAMember,
  copiesAlwaysCreating,
  allAlwaysCreating,
];

/** Targets whose answers are no answers, or mean more than they should. */
export const garbled: readonly HostileTarget[] = [
  ...xmlBombsInCopies,
  ...xmlBombsInLooks,
  elementNames,
  elementNamesOnly,
  ...injections,
  echoesHeaders,
  ...notNeptune,
  ...copiesNotNeptune,
  ...redirects,
  redirectsLater,
];

/** Targets of which nothing can be measured, and one that is sound but for now and then. */
export const hollow: readonly HostileTarget[] = [
  answersSuccess,
  answersSuccessAndLists,
  answersWhatIsAsked,
  invalidAction,
  invalidActionButForLooks,
  ...nowAndThen,
];
