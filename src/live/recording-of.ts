import type { RecordingOf } from '../harness/recording/recorder.ts';
import { whose } from '../harness/recording/whose.ts';
import { isAws } from '../harness/target/guard/aws-hosts.ts';

/** What a recording of a run in an account is of. Only where AWS itself answers, it counts as AWS's. */
export const recordingOf = async (account: string, endpoint: string | undefined): Promise<RecordingOf> =>
  endpoint === undefined || isAws(endpoint) ? { ofAws: await whose(account) } : {};
