import { faultEntry } from '../../src/model/index.ts';
import { queryServices } from '../../src/protocol/actions.ts';
import type { HttpRequest } from '../../src/protocol/http.ts';
import { writeFault } from '../../src/protocol/write-xml.ts';
import type { RuleId } from '../../src/spec/generated/catalogue.ts';
import type { Variant } from './serve.ts';

/** An endpoint that does not conform, and the rule that it breaks. */
export interface Wrong extends Variant {
  readonly breaks: RuleId;
}

/** Endpoints that differ as little from ours as the conforming ones, but break a rule. */
export const wrong: readonly Wrong[] = [
  {
    name: 'plus signs stay plus signs',
    breaks: 'wire-request-form',
    read: inBody((body) => body.replaceAll('+', '%2B')),
  },
  {
    name: 'escapes in lower case are not read',
    breaks: 'wire-request-form',
    read: inBody((body) => body.replaceAll(/%(?=[0-9a-f][a-f]|[a-f][0-9a-f])/g, '%25')),
  },
  {
    name: 'parameters after the Action only',
    breaks: 'wire-request-form',
    read: inBody((body) => body.slice(Math.max(0, body.search(/(?<=^|&)Action=Copy/)))),
  },
  {
    name: 'any version will do',
    breaks: 'action-known',
    read: inBody((body) => body.replace('Version=1999-12-31', 'Version=2014-10-31')),
  },
  {
    name: 'a copy unless told otherwise',
    breaks: 'action-required',
    read: inBody((body) =>
      /^[^&]*=2014-10-31&SourceDB/.test(body) ? `Action=CopyDBClusterSnapshot&${body}` : body,
    ),
  },
  {
    name: 'a failure where nothing is known',
    breaks: 'form-plain',
    instead: ({ form, requestId }) => {
      if (!form.has('Tags.member.1.Key')) return undefined;
      const { code, status } = faultEntry('InternalFailure');
      return writeFault(queryServices.neptune, { code, status, message: '' }, requestId);
    },
  },
  {
    name: 'a fault of another rule',
    breaks: 'source-exists',
    rewrite: (answer) => ({
      ...answer,
      status: answer.status === 404 ? 400 : answer.status,
      body: answer.body.replace('DBClusterSnapshotNotFoundFault', 'InvalidDBClusterSnapshotStateFault'),
    }),
  },
  {
    name: 'progress that falls',
    breaks: 'copy-progress',
    copyDuration: 300,
    rewrite: (answer) => ({
      ...answer,
      body: answer.body.replaceAll(/<PercentProgress>(\d\d?)</g, (_, share: string) => {
        return `<PercentProgress>${90 - Number(share)}<`;
      }),
    }),
  },
];

function inBody(change: (body: string) => string): (request: HttpRequest) => HttpRequest {
  return (request) => {
    const before = Buffer.from(request.body).toString('utf8');
    const after = change(before);
    return before === after ? request : { ...request, body: Buffer.from(after) };
  };
}
