/** Whether the contract and the AWS SDK still say the same of the operation. */
export * from './allowed.ts';
export * from './describe-contract.ts';
export * from './describe-sdk.ts';
export * from './diff.ts';
export * from './load-sdk.ts';
export * from './report.ts';
