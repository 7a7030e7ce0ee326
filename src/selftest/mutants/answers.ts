import { faultEntry } from '../../model/index.ts';
import { precedence } from '../../model/index.ts';
import { queryServices } from '../../protocol/actions.ts';
import { writeFault } from '../../protocol/write-xml.ts';
import type { PreconditionId } from '../../contract/generated/catalogue.ts';
import {
  faultOf,
  isFirstBroken,
  isLeftUnspecified,
  isOnlyBroken,
  refuse,
  unhurried,
  type Mutant,
} from './mutant.ts';

/** Rules of the form: they are broken before there is a copy whose facts could be told. */
const ofTheForm: readonly PreconditionId[] = ['action-required', 'action-known', 'form-plain'];

/** Rules that no request breaks, only leaves unspecified. */
const onlyOpen: readonly PreconditionId[] = [
  'presigned-url-of-sdk',
  'source-one-step',
  'tag-value-reserved-prefix',
];

const ids = precedence.map(({ id }) => id).filter((id) => !ofTheForm.includes(id));
const breakable = ids.filter((id) => !onlyOpen.includes(id));

/** Endpoints that refuse what must be refused, but with a fault that no rule accepts. */
const wrongCodes = breakable.map((rule): Mutant => ({
  name: `answers InvalidDBClusterStateFault: ${rule}`,
  direction: 'wrong code',
  rule,
  variant: () => ({
    ...unhurried(rule),
    copy: (facts, call) =>
      isFirstBroken(rule, facts) ? refuse(call, 'InvalidDBClusterStateFault') : undefined,
  }),
}));

/** Endpoints that may refuse or not, but refuse with a fault that nothing explains. */
const unexplained = onlyOpen.map((rule): Mutant => ({
  name: `answers InvalidDBClusterStateFault where it is unspecified: ${rule}`,
  direction: 'wrong code',
  rule,
  variant: () => ({
    ...unhurried(rule),
    copy: (facts, call) =>
      isLeftUnspecified(rule, facts) ? refuse(call, 'InvalidDBClusterStateFault') : undefined,
  }),
}));

/** Endpoints whose fault has the status of another. */
const wrongStatuses = breakable.map((rule): Mutant => ({
  name: `answers with HTTP 409: ${rule}`,
  direction: 'wrong status',
  rule,
  blamed: ['wire-fault-status'],
  variant: () => ({
    ...unhurried(rule),
    copy: (facts, call) =>
      isFirstBroken(rule, facts) ? refuse(call, faultOf(rule), { status: 409 }) : undefined,
  }),
}));

/** Endpoints that fail themselves where they should refuse. */
const failures = breakable.map((rule): Mutant => ({
  name: `answers InternalFailure: ${rule}`,
  direction: 'no answer',
  rule,
  variant: () => ({
    ...unhurried(rule),
    copy: (facts, call) => (isOnlyBroken(rule, facts) ? refuse(call, 'InternalFailure') : undefined),
  }),
}));

/** Endpoints that know an operation by another answer than there is. */
const ofTheAction = (['action-required', 'action-known'] as const).map((rule): Mutant => ({
  name: `answers InvalidDBClusterStateFault: ${rule}`,
  direction: 'wrong code',
  rule,
  variant: () => ({
    rewrite: (answer, { requestId }) => {
      const code = { 'action-required': 'MissingAction', 'action-known': 'InvalidAction' }[rule];
      if (!answer.body.includes(`<Code>${code}</Code>`)) return answer;
      const entry = faultEntry('InvalidDBClusterStateFault');
      return writeFault(queryServices.neptune, { ...entry, message: '' }, requestId);
    },
  }),
}));

/** Endpoints that refuse as they should, but in the wrong words. */
export const answers: readonly Mutant[] = [
  ...wrongCodes,
  ...ofTheAction,
  ...unexplained,
  ...wrongStatuses,
  ...failures,
];
