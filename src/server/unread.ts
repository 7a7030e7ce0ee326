import type { ServiceFault } from '../model/operations/reply.ts';
import { say } from '../model/world/say.ts';

/** The body is beyond the limit. */
export const tooLarge: ServiceFault = {
  code: 'RequestEntityTooLarge',
  status: 413,
  message: 'The body is larger than 1 MiB.',
};

/** What came in is no HTTP, or none that is answered here. */
export const notHttp: ServiceFault = {
  code: 'MalformedQueryString',
  status: 400,
  message: 'This is not an HTTP request.',
};

/** The request is not whole in time. */
export const tooSlow: ServiceFault = {
  code: 'RequestTimeout',
  status: 408,
  message: 'The request did not come in in time.',
};

/** The request is for another host. */
export const foreignHost = (host: string | undefined): ServiceFault => ({
  code: 'AccessDenied',
  status: 403,
  message: say`Requests for the host ${host} are not answered here; serve --allow-host allows them.`,
});
