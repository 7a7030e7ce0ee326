import type { DoctorReport } from '../src/contract/generated/types.ts';

/** What `doctor` says of an endpoint that can be measured, but for keys. */
export const sampleDoctorReport = (different: Partial<DoctorReport> = {}): DoctorReport => ({
  format: 1,
  tool: { name: 'neptune-copy-contract', version: '1.2.3' },
  specHash: 'hash',
  endpoint: 'http://127.0.0.1:5000',
  contact: { kind: 'query' },
  proxies: [],
  target: { name: 'ours', account: '111111111111', region: 'us-east-1' },
  clusters: 'plain',
  copy: { status: 'works' },
  operations: [
    { service: 'neptune', name: 'CopyDBClusterSnapshot', status: 'there' },
    { service: 'neptune', name: 'DeleteDBCluster', status: 'untried' },
    { service: 'kms', name: 'DescribeKey', status: 'lacking', detail: 'InvalidAction (HTTP 400): no' },
  ],
  capabilities: [
    { name: 'second account', available: true, detail: 'by access key id' },
    { name: 'KMS keys', available: false, detail: 'InvalidAction (HTTP 400): no', costs: 12 },
  ],
  rules: { measurable: 62, of: 74 },
  run: { id: 'r1', startedAt: '2026-01-01T00:00:00.000Z', milliseconds: 1234, requests: 40 },
  leftBehind: [],
  exitCode: 0,
  ...different,
});
