import { describe, expect, it } from 'vitest';
import { recordingOf } from './recording-of.ts';

describe('a recording of a run in an account', () => {
  it.each([undefined, 'https://rds.eu-west-1.amazonaws.com'])(
    'is of AWS at %s, and does not tell of which account',
    async (endpoint) => {
      const { ofAws } = await recordingOf('111122223333', endpoint);
      expect(ofAws).toMatch(/^[\da-f]{16}$/);
      expect((await recordingOf('111122223333', endpoint)).ofAws).toBe(ofAws);
      expect((await recordingOf('444455556666', endpoint)).ofAws).not.toBe(ofAws);
    },
  );

  it('is not of AWS where something stands in for it', async () => {
    expect(await recordingOf('111122223333', 'http://127.0.0.1:1')).not.toHaveProperty('ofAws');
  });
});
