import { answerOf, isSnapshotLook, middle } from '../answers.ts';
import { fewRules, hostile } from '../target.ts';

const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** Texts that are small on the wire, or cheap to make, and dear to read. */
const bombs: Readonly<Record<string, () => string>> = {
  'entities that grow tenfold twelve times': () =>
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">${levels}]><CopyDBClusterSnapshotResponse>&l12;</CopyDBClusterSnapshotResponse>`,
  'an entity out of a file': () =>
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><CopyDBClusterSnapshotResponse>&f;</CopyDBClusterSnapshotResponse>',
  '100,000 elements within each other': () => `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`,
  '100,000 elements that never end': () => '<a>'.repeat(100_000),
  'a million attributes': () =>
    `<CopyDBClusterSnapshotResponse ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
  'a hundred thousand members': () =>
    `<CopyDBClusterSnapshotResponse><CopyDBClusterSnapshotResult><DBClusterSnapshot>${Array.from({ length: 100_000 }, (_, i) => `<M${i}/>`).join('')}</DBClusterSnapshot></CopyDBClusterSnapshotResult></CopyDBClusterSnapshotResponse>`,
};

const said = /root:x:0/;

export const xmlBombsInCopies = Object.entries(bombs).map(([what, make]) =>
  hostile(
    {
      name: `answers copies with ${what}`,
      why: 'the strict reader, the SDK and the reporters all meet it',
      expected: { exit: [1, 2], never: [said] },
      rules: fewRules,
    },
    () => {
      const bomb = answerOf(make());
      return { answer: (call, honestly) => (call.action === 'CopyDBClusterSnapshot' ? bomb : honestly()) };
    },
  ),
);

export const xmlBombsInLooks = Object.entries(bombs).map(([what, make]) =>
  hostile(
    {
      name: `answers looks with ${what}, from the middle on`,
      why: "only the SDK's own reader meets it",
      expected: { exit: [0, 1, 2], never: [said] },
      rules: fewRules,
    },
    () => {
      const bomb = answerOf(make());
      return {
        answer: (call, honestly) => (call.index > middle / 4 && isSnapshotLook(call) ? bomb : honestly()),
      };
    },
  ),
);
