import type { ServerResponse } from 'node:http';
import { isSnapshotLook, withBody } from '../answers.ts';
import type { Call } from '../call.ts';
import { hostile } from '../target.ts';

const million = 1_000_000;
const pageSize = 100;

const snapshot = (i: number): string => {
  const name = i % 2 === 0 ? `nightly-${i}` : `ncc-million-${i}-source`;
  return (
    `<DBClusterSnapshot><DBClusterSnapshotIdentifier>${name}</DBClusterSnapshotIdentifier>` +
    '<DBClusterIdentifier>prod</DBClusterIdentifier><Engine>neptune</Engine><Status>available</Status>' +
    '<SnapshotType>manual</SnapshotType><StorageEncrypted>false</StorageEncrypted>' +
    `<DBClusterSnapshotArn>arn:aws:rds:us-east-1:111111111111:cluster-snapshot:${name}</DBClusterSnapshotArn>` +
    '</DBClusterSnapshot>'
  );
};

const some = (from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => snapshot(from + i)).join('');

const isList = (call: Call): boolean =>
  isSnapshotLook(call) &&
  call.input['DBClusterSnapshotIdentifier'] === undefined &&
  call.input['DBClusterIdentifier'] === undefined;

export const millionPaged = hostile(
  {
    name: 'has a million snapshots, a hundred a page',
    why: 'ten thousand pages are not endless, but nobody waits for them',
    expected: { exit: [0, 1, 2] },
    rules: ['target-unique', 'manual-snapshot-quota'],
  },
  () => ({
    answer(call, honestly) {
      if (!isList(call)) return honestly();
      const from = Number(call.input['Marker'] ?? 0);
      const to = Math.min(from + pageSize, million);
      const marker = to < million ? `<Marker>${to}</Marker>` : '';
      const result = `${marker}<DBClusterSnapshots>${some(from, to)}</DBClusterSnapshots>`;
      const answer = honestly();
      return withBody(
        answer,
        answer.body.replace(/Result>.*Result>/s, `Result>${result}</DescribeDBClusterSnapshotsResult>`),
      );
    },
  }),
);

export const millionAtOnce = hostile(
  {
    name: 'has a million snapshots, all in one answer',
    why: 'MaxRecords and the marker are nothing that everybody knows',
    expected: { exit: [0, 1, 2] },
    rules: ['target-unique', 'manual-snapshot-quota'],
  },
  () => ({ answer: (call, honestly) => (call.index > 20 && isList(call) ? listAll : honestly()) }),
);

/** Made as fast as it is taken: a thousand at a time. */
function listAll(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/xml' });
  response.write(
    '<DescribeDBClusterSnapshotsResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBClusterSnapshotsResult><DBClusterSnapshots>',
  );
  let from = 0;
  const more = (): void => {
    if (response.destroyed) return;
    if (from >= million) {
      response.end(
        '</DBClusterSnapshots></DescribeDBClusterSnapshotsResult></DescribeDBClusterSnapshotsResponse>',
      );
      return;
    }
    const taken = response.write(some(from, from + 1_000));
    from += 1_000;
    if (taken) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}
