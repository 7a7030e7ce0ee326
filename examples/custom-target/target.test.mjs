// The contract over a fake of your own. node --test
import { runContract } from 'neptune-copy-contract';
import { copy } from 'neptune-copy-contract/model';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { targetOf } from './target.mjs';

const failing = ({ rules }) => rules.filter(({ status }) => status === 'fail').map(({ id }) => id);

describe('our fake', () => {
  it('conforms, and nearly all rules are measured', async () => {
    const { rules, summary } = await runContract(targetOf());
    assert.deepEqual(failing({ rules }), []);
    assert.equal(summary.exitCode, 0);
    // The rules about the form of an answer are not: in process there is none.
    const unmeasured = rules.filter(({ status }) => status === 'inconclusive').map(({ id }) => id);
    assert.deepEqual(
      unmeasured.filter((id) => !id.startsWith('wire-')),
      [],
    );
  });

  it('would not conform if it forgot the tags', async () => {
    const forgetful = (world, caller, request) => copy(world, caller, { ...request, CopyTags: false });
    const report = await runContract(targetOf(forgetful), { rules: ['copy-tags-all'] });
    assert.deepEqual(failing(report), ['copy-tags-all']);
    assert.equal(report.summary.exitCode, 1);
  });
});
