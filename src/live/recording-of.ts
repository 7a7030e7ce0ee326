import { version } from '../contract/version.ts';
import type { RecordingMaker } from '../harness/recording/recorder.ts';
import { whose } from '../harness/recording/whose.ts';
import { sdkVersion } from '../harness/target/endpoint/sdk-version.ts';
import { isAws } from '../harness/target/guard/aws-hosts.ts';

/** What makes a recording of a run in an account. Only where AWS itself answers, it counts as AWS's. */
export async function makerFor(account: string, endpoint: string | undefined): Promise<RecordingMaker> {
  const ofAws = endpoint === undefined || isAws(endpoint) ? { ofAws: await whose(account) } : {};
  return { version: version(), node: process.version, sdk: sdkVersion(), ...ofAws };
}
