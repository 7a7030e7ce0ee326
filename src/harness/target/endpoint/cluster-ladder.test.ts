import { expect, it } from 'vitest';
import type { CallFault, CallResult } from '../exchange.ts';
import { ClusterLadder } from './cluster-ladder.ts';

const caller = { account: '111111111111', region: 'us-east-1' };
const refused = (message: string, different: Partial<CallFault> = {}): CallResult => ({
  ok: false,
  fault: { name: 'InvalidParameterValue', message, status: 400, ...different },
});

/** A target that answers each request by what is in it, and keeps them. */
function target(answer: (input: Readonly<Record<string, unknown>>) => CallResult) {
  const asked: unknown[] = [];
  const ladder = new ClusterLadder();
  const climb = (name: string): Promise<unknown> =>
    ladder.climb(caller, { DBClusterIdentifier: name }, (_, input) => {
      asked.push(input);
      return Promise.resolve(answer(input));
    });
  return { asked, ladder, climb };
}

const made: CallResult = { ok: true, output: { DBCluster: {} } };

it('asks plainly where that will do, and tells nothing of it', async () => {
  const { asked, ladder, climb } = target(() => made);
  await climb('a');
  expect(asked).toEqual([{ DBClusterIdentifier: 'a', Engine: 'neptune' }]);
  expect(ladder.capabilities()).toEqual([]);
});

it('keeps to the first way that is accepted, and tells which', async () => {
  const { asked, ladder, climb } = target((input) =>
    'MasterUsername' in input ? made : refused('MasterUsername is required'),
  );
  await climb('a');
  await climb('b');
  expect(asked).toHaveLength(3);
  expect(asked[2]).toMatchObject({ DBClusterIdentifier: 'b', Engine: 'neptune', MasterUsername: 'contract' });
  expect(ladder.capabilities()).toEqual([
    {
      name: 'clusters',
      available: true,
      detail: 'with MasterUsername and MasterUserPassword; refused otherwise',
    },
  ]);
});

it('says all that was tried and answered where no way is accepted', async () => {
  const { climb } = target(({ Engine }) => refused(`no ${String(Engine)} here`));
  await expect(climb('a')).rejects.toThrow(
    'CreateDBCluster: tried plain, answered InvalidParameterValue (HTTP 400): no neptune here; tried with a master user and the Engine aurora-mysql, answered',
  );
});

it('says the one answer alone where it is always the same', async () => {
  const { climb } = target(() => refused('never'));
  await expect(climb('a')).rejects.toThrow(/^CreateDBCluster: InvalidParameterValue \(HTTP 400\): never$/);
});

it('does not try on where nothing answers, or the call is not sent', async () => {
  for (const fault of [{ name: 'ServiceUnavailable', status: 503 }, { refused: true as const }]) {
    const { asked, climb } = target(() => refused('later', fault));
    await expect(climb('a')).rejects.toThrow('later');
    expect(asked).toHaveLength(1);
  }
});
