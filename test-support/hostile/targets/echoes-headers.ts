import { escapeXml } from '../../../src/protocol/text.ts';
import { withBody } from '../answers.ts';
import { hostile } from '../target.ts';

/** Keys that exist nowhere else, so that each place where they turn up is a leak. */
export const secrets = {
  key: 'Hostile+secret/key+0123456789abcdefghijklm',
  token: 'HostileSessionToken//0123456789abcdefghijklmnopqrstuvwxyz==',
} as const;

export const echoesHeaders = hostile(
  {
    name: 'echoes the request in every fault, and in headers of its answers',
    why: 'session tokens stood in reports and failure files',
    expected: {
      exit: [1, 2],
      never: [/HostileSessionToken/, /Hostile\+secret/, /Signature=[0-9a-f]{64}/],
    },
    flags: ['--account', '111111111111=hostile'],
    env: { AWS_SHARED_CREDENTIALS_FILE: '{folder}/credentials', AWS_CONFIG_FILE: '{folder}/config' },
  },
  () => ({
    answer(call, honestly) {
      const answer = honestly();
      const echo = JSON.stringify(call.request.headers);
      const body = answer.body.replace(/<Message>[^<]*/, () => `<Message>${escapeXml(echo)}`);
      const authorization = String(call.request.headers['authorization']);
      const token = String(call.request.headers['x-amz-security-token']);
      const headers = { ...answer.headers, 'x-echo': authorization, 'x-echo-token': token };
      return withBody({ ...answer, headers }, body);
    },
  }),
);
