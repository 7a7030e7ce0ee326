import { hostile } from '../target.ts';

export const bystanders = hostile(
  {
    name: 'honest, and full of things of others',
    why: 'a run that copies to `n` must not take the `n` of somebody else for a trace of its own',
    expected: { exit: [0], says: /`n` is taken at the target/ },
  },
  () => ({}),
);
