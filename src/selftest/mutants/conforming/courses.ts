import type { HttpResponse } from '../../../protocol/http.ts';
import type { Variant } from '../endpoint.ts';

/** Endpoints whose copies take their time. */
export const courses: readonly Variant[] = [
  { name: 'copies take 150 ms', copyDuration: 150 },
  { name: 'copies are creating before they are copying', copyDuration: 1_000, rewrite: creatingFirst },
  { name: 'copies are pending before they are copying', copyDuration: 1_000, rewrite: pendingFirst },
  { name: 'progress is told in whole quarters', copyDuration: 1_000, rewrite: inQuarters },
  {
    name: 'storage and zones move until a copy is available, whose source is told then',
    copyDuration: 1_000,
    tries: ['copy-inherits', 'copy-source-arn', 'copy-progress'],
    rewrite: (answer) =>
      inSnapshots(answer, (snapshot) => (isUnderWay(snapshot) ? unsettled(snapshot) : snapshot)),
  },
  {
    name: 'no progress is told of copies that wait in a queue',
    copyDuration: 1_000,
    tries: ['copy-progress'],
    rewrite: (answer) =>
      inSnapshots(pendingFirst(answer), (snapshot) =>
        snapshot.includes('<Status>pending<') ? without('PercentProgress', snapshot) : snapshot,
      ),
  },
  {
    name: 'the answer to a copy does not tell its source',
    tries: ['copy-source-arn', 'copy-progress'],
    rewrite: (answer, { action }) =>
      action === 'CopyDBClusterSnapshot'
        ? inSnapshots(answer, (snapshot) => without('SourceDBClusterSnapshotArn', snapshot))
        : answer,
  },
];

const isUnderWay = (snapshot: string): boolean => snapshot.includes('<Status>copying<');

/** As an Aurora snapshot was seen while it was created: more storage, more zones. */
const unsettled = (snapshot: string): string =>
  without('SourceDBClusterSnapshotArn', snapshot)
    .replace(/(?<=<AllocatedStorage>)\d+/, '7')
    .replace(/<AvailabilityZone>([^<]*)a<\/AvailabilityZone>/, '$&<AvailabilityZone>$1f</AvailabilityZone>');

const without = (member: string, snapshot: string): string =>
  snapshot.replace(new RegExp(`<${member}>[^<]*</${member}>`), '');

/** Gives copies that have not come far another status. */
const before =
  (status: string) =>
  (answer: HttpResponse): HttpResponse =>
    inSnapshots(answer, (snapshot) =>
      progressOf(snapshot) < 30
        ? snapshot.replace('<Status>copying</Status>', `<Status>${status}</Status>`)
        : snapshot,
    );

function creatingFirst(answer: HttpResponse): HttpResponse {
  return before('creating')(answer);
}

function pendingFirst(answer: HttpResponse): HttpResponse {
  return before('pending')(answer);
}

function inQuarters(answer: HttpResponse): HttpResponse {
  return inSnapshots(answer, (snapshot) => {
    const quarter = Math.floor(progressOf(snapshot) / 25) * 25;
    return snapshot.replace(/<PercentProgress>\d+</, `<PercentProgress>${quarter}<`);
  });
}

const progressOf = (snapshot: string): number =>
  Number(/<PercentProgress>(\d+)</.exec(snapshot)?.[1] ?? '100');

const inSnapshots = (answer: HttpResponse, change: (snapshot: string) => string): HttpResponse => ({
  ...answer,
  body: answer.body.replaceAll(/<DBClusterSnapshot>.*?<\/DBClusterSnapshot>/gs, change),
});
