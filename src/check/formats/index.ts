import { backupPlan } from './backup-plan.ts';
import { cloudTrail } from './cloud-trail.ts';
import type { PlanFormat } from './format.ts';
import { stepFunctions } from './step-functions.ts';
import { terraform } from './terraform.ts';

/** The formats that are recognised besides our own. A new one is a file and a line here. */
export const planFormats: readonly PlanFormat[] = [terraform, stepFunctions, cloudTrail, backupPlan];

export type { FoundCopy, PlanFormat } from './format.ts';
