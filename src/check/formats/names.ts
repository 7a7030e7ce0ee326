/** What `--plan-format` takes: requests are our own, which are as AWS CLI has them. */
export const planFormatNames = [
  'requests',
  'terraform',
  'step-functions',
  'cloudtrail',
  'backup-plan',
] as const;

/** A way in which plans are written. */
export type PlanFormatName = (typeof planFormatNames)[number];
