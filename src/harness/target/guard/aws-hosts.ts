import { UsageError } from '../../../errors.ts';

/** Domains of AWS itself, in all partitions, as botocore's endpoint data has them (2026-11). */
const domains = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'amazonwebservices.com.cn',
  'amazonwebservices.eu',
  'api.aws',
  'on.aws',
  'c2s.ic.gov',
  'sc2s.sgov.gov',
  'aws.ic.gov',
  'aws.scloud',
  'cloud.adc-e.uk',
  'cloud-aws.adc-e.uk',
  'csp.hci.ic.gov',
  'aws.hci.ic.gov',
];

/** Whether a URL leads to AWS itself. */
export function isAws(url: string): boolean {
  const host = new URL(url).hostname.toLowerCase().replace(/\.+$/, '');
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Refuses AWS itself: what is made there costs money and is somebody's. Throws a UsageError. */
export function refuseAws(url: string | undefined): void {
  if (url === undefined || !isAws(url)) return;
  throw new UsageError(
    `${new URL(url).host} is AWS itself. This command makes and removes clusters, snapshots and keys, and is for emulators only.`,
  );
}
