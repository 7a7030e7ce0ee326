import { operation } from '../../../contract/capabilities.ts';
import { snapshotArn, uuidFrom, type Caller } from '../../../model/index.ts';
import type { Capability, Redact } from '../target.ts';
import type { CallResult, Callable } from './connection.ts';
import { contactOf, NoNeptune } from './contact.ts';
import { describeFault } from './fault-words.ts';
import { offered } from './offered.ts';
import { isRefusedCaller, isUnknownOperation } from './unknown-operation.ts';

/** A snapshot that no target has. */
const nobody = 'neptune-copy-contract-probe';

/** Makes sure that something like Neptune answers. Throws a NoNeptune that says what came instead. */
export async function assertAnswers(
  connection: Callable,
  caller: Caller,
  endpoint: string,
  redact: Redact,
): Promise<void> {
  const result = await connection.call('neptune', 'DescribeDBClusterSnapshots', caller, {});
  const contact = redact(contactOf(result));
  if (contact.kind === 'query') return;
  if (result.ok)
    throw new NoNeptune(
      `${endpoint} answers, but not as Neptune: its answer to DescribeDBClusterSnapshots holds no list`,
      contact,
    );
  const said = redact(describeFault(result.fault));
  throw new NoNeptune(
    result.fault.status === undefined
      ? `cannot reach ${endpoint}: ${said}`
      : `${endpoint} does not answer as Neptune: DescribeDBClusterSnapshots gave ${said}`,
    contact,
  );
}

/** Finds out, with calls that are to change nothing, what a target offers for staging. */
export async function probe(
  connection: Callable,
  run: string,
  here: Caller,
  elsewhere: Caller,
): Promise<Capability[]> {
  const ask = (
    service: 'neptune' | 'kms',
    operation: string,
    input: Record<string, unknown>,
    caller = here,
  ) => connection.call(service, operation, caller, input);
  const arn = snapshotArn(here, nobody);
  // Of what is not there: whoever knows the operation refuses that.
  const copy = await ask('neptune', operation, {
    SourceDBClusterSnapshotIdentifier: `ncc-${run}-nobody`,
    TargetDBClusterSnapshotIdentifier: `ncc-${run}-canary`,
  });
  return [
    // Whatever else is wrong with the answer, the cases tell.
    ...(!copy.ok && isUnknownOperation(copy.fault) ? [offered(operation, copy)] : []),
    reached('second Region', await ask('neptune', 'DescribeDBClusterSnapshots', {}, elsewhere)),
    offered(
      'sharing',
      await ask('neptune', 'DescribeDBClusterSnapshotAttributes', { DBClusterSnapshotIdentifier: nobody }),
    ),
    offered('tags', await ask('neptune', 'ListTagsForResource', { ResourceName: arn })),
    offered('KMS keys', await ask('kms', 'DescribeKey', { KeyId: uuidFrom(0) })),
    offered('KMS key states', await ask('kms', 'DisableKey', { KeyId: `ncc-${run}-nobody` })),
  ];
}

/** A place that answers, and does not refuse whoever calls. */
export function reached(name: string, result: CallResult): Capability {
  const capability = offered(name, result);
  return result.ok || !isRefusedCaller(result.fault) ? capability : { ...capability, available: false };
}
