import type { HttpResponse } from '../../../protocol/http.ts';
import type { Variant } from '../endpoint.ts';

/** Endpoints whose copies take their time. */
export const courses: readonly Variant[] = [
  { name: 'copies take 150 ms', copyDuration: 150 },
  { name: 'copies are creating before they are copying', copyDuration: 1_000, rewrite: creatingFirst },
  { name: 'copies are pending before they are copying', copyDuration: 1_000, rewrite: pendingFirst },
  { name: 'progress is told in whole quarters', copyDuration: 1_000, rewrite: inQuarters },
];

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
