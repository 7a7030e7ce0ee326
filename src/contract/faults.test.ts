import { expect, it } from 'vitest';
import { faults } from './generated/catalogue.ts';

/**
 * Written down once more, from AWS's list of common errors and the service model of Neptune, so that a slip in the
 * catalogue is noticed: everything else reads codes and statuses from there.
 */
it.each<[shape: string, code: string, status: number, type: string]>([
  ['DBClusterSnapshotAlreadyExistsFault', 'DBClusterSnapshotAlreadyExistsFault', 400, 'Sender'],
  ['DBClusterSnapshotNotFoundFault', 'DBClusterSnapshotNotFoundFault', 404, 'Sender'],
  ['InvalidDBClusterStateFault', 'InvalidDBClusterStateFault', 400, 'Sender'],
  ['InvalidDBClusterSnapshotStateFault', 'InvalidDBClusterSnapshotStateFault', 400, 'Sender'],
  ['SnapshotQuotaExceededFault', 'SnapshotQuotaExceeded', 400, 'Sender'],
  ['KMSKeyNotAccessibleFault', 'KMSKeyNotAccessibleFault', 400, 'Sender'],
  ['AccessDenied', 'AccessDenied', 403, 'Sender'],
  ['ExpiredToken', 'ExpiredToken', 403, 'Sender'],
  ['IncompleteSignature', 'IncompleteSignature', 400, 'Sender'],
  ['InternalFailure', 'InternalFailure', 500, 'Receiver'],
  ['InvalidAction', 'InvalidAction', 400, 'Sender'],
  ['InvalidClientTokenId', 'InvalidClientTokenId', 403, 'Sender'],
  ['InvalidParameterCombination', 'InvalidParameterCombination', 400, 'Sender'],
  ['InvalidParameterValue', 'InvalidParameterValue', 400, 'Sender'],
  ['InvalidQueryParameter', 'InvalidQueryParameter', 400, 'Sender'],
  ['MalformedQueryString', 'MalformedQueryString', 400, 'Sender'],
  ['MissingAction', 'MissingAction', 400, 'Sender'],
  ['MissingAuthenticationToken', 'MissingAuthenticationToken', 403, 'Sender'],
  ['MissingParameter', 'MissingParameter', 400, 'Sender'],
  ['OptInRequired', 'OptInRequired', 403, 'Sender'],
  ['RequestEntityTooLarge', 'RequestEntityTooLarge', 413, 'Sender'],
  ['RequestExpired', 'RequestExpired', 400, 'Sender'],
  ['ServiceUnavailable', 'ServiceUnavailable', 503, 'Receiver'],
  ['SignatureDoesNotMatch', 'SignatureDoesNotMatch', 403, 'Sender'],
  ['Throttling', 'Throttling', 400, 'Sender'],
  ['UnrecognizedClientException', 'UnrecognizedClientException', 403, 'Sender'],
  ['ValidationError', 'ValidationError', 400, 'Sender'],
])('%s is the code %s with status %i of a %s', (shape, code, status, type) => {
  expect(faults.find((fault) => fault.shape === shape)).toMatchObject({ code, status, type });
});

it('has no fault besides', () => expect(faults).toHaveLength(27));
