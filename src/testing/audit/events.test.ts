import { DescribeEventsCommand, NeptuneClient } from '@aws-sdk/client-neptune';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditMock } from './index.ts';

const mock = mockClient(NeptuneClient);
const client = new NeptuneClient({ region: 'us-east-1' });
beforeEach(() => mock.reset());

const event = {
  SourceIdentifier: 'nightly',
  SourceType: 'db-cluster-snapshot',
  Message: 'Manual cluster snapshot created',
  EventCategories: ['backup'],
  Date: new Date('2026-01-01T00:00:00Z'),
};
const asked = { SourceType: 'db-cluster-snapshot', SourceIdentifier: 'Nightly' };

/** The rules that stubs of DescribeEvents break. */
async function broken(input: object, answer: object | Error): Promise<readonly string[]> {
  const stub = mock.on(DescribeEventsCommand);
  if (answer instanceof Error) stub.rejects(answer);
  else stub.resolves(answer);
  await client
    .send(new DescribeEventsCommand(input as typeof DescribeEventsCommand.prototype.input))
    .catch(() => undefined);
  return (await auditMock(mock)).findings.map(({ rule }) => rule);
}

describe('the audit of DescribeEvents', () => {
  it.each<[name: string, input: object, answer: object | Error, rules: readonly string[]]>([
    ['an event of what was asked for', asked, { Events: [event] }, []],
    ['events of which the model knows nothing', {}, { Events: [{ ...event, SourceType: 'db-cluster' }] }, []],
    [
      'what the model does not take',
      { SourceType: 'db-instance', Duration: 5, StartTime: new Date(0) },
      { Events: [] },
      [],
    ],
    [
      'an event of something else',
      asked,
      { Events: [{ ...event, SourceIdentifier: 'weekly' }] },
      ['mock/other-answer'],
    ],
    ['a time that is text', asked, { Events: [{ ...event, Date: '2026-01-01' }] }, ['mock/response-form']],
    [
      'categories that are text',
      asked,
      { Events: [{ ...event, EventCategories: 'backup' }] },
      ['mock/response-form'],
    ],
    [
      'a time in the request that is text',
      { ...asked, StartTime: '2026-01-01' },
      { Events: [] },
      ['mock/request-form'],
    ],
    ['a name without a type', { SourceIdentifier: 'nightly' }, { Events: [event] }, ['mock/acceptance']],
    [
      'a fault that it has not',
      asked,
      Object.assign(new Error(), { name: 'DBClusterNotFoundFault' }),
      ['mock/fault-unknown'],
    ],
  ])('tells what is wrong with %s', async (_, input, answer, rules) => {
    expect(await broken(input, answer)).toEqual(rules);
  });
});
