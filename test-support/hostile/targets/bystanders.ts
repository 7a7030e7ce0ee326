import { hostile } from '../target.ts';

export const bystanders = hostile(
  {
    name: 'honest, and full of things of others',
    why: 'a run that copies to `n` must not take the `n` of somebody else for a trace of its own',
    expected: { exit: [0], says: /`n` is taken at the target/ },
    flags: ['--deadline', '300'],
  },
  () => ({}),
);

export const bystandersAndEnvironment = hostile(
  {
    name: 'honest, called with an environment that makes sense at AWS only',
    why: 'FIPS and dual stack turned custom endpoints into other ones, or into errors',
    expected: { exit: [0] },
    rules: ['target-unique', 'copy-new-key'],
    flags: ['--deadline', '300'],
    env: { AWS_USE_FIPS_ENDPOINT: 'true', AWS_USE_DUALSTACK_ENDPOINT: 'true' },
  },
  () => ({}),
);
