import { hasMembers, itemsOf, membersOf, type PlanFormat } from './format.ts';

const isWrapped = (value: unknown): boolean => hasMembers(value, 'BackupPlan');

const planOf = (value: unknown): Readonly<Record<string, unknown>> =>
  membersOf(isWrapped(value) ? membersOf(value)['BackupPlan'] : value);

/**
 * A plan of AWS Backup, with or without what `get-backup-plan` puts around it: its copy actions. What they copy, and
 * what that is called, AWS Backup decides when it runs; where to is known.
 */
export const backupPlan: PlanFormat = {
  name: 'backup-plan',
  what: 'a plan of AWS Backup',
  is: (value) => hasMembers(planOf(value), 'BackupPlanName', 'Rules'),
  *copies(value, caller) {
    const top = isWrapped(value) ? ['BackupPlan'] : [];
    for (const [i, rule] of itemsOf(planOf(value)['Rules']).entries()) {
      for (const [j, action] of itemsOf(membersOf(rule)['CopyActions']).entries()) {
        const path = [...top, 'Rules', i, 'CopyActions', j];
        const vault = membersOf(action)['DestinationBackupVaultArn'];
        const [, region, account] =
          /^arn:[^:]+:backup:([^:]+):(\d{12}):/.exec(typeof vault === 'string' ? vault : '') ?? [];
        const { RuleName } = membersOf(rule);
        yield {
          ...(typeof RuleName === 'string' && { name: RuleName }),
          caller: { ...caller, ...(region !== undefined && account !== undefined && { region, account }) },
          request: {},
          path,
          places: {},
          untold: [
            { what: 'the source, and the name of the copy', path: [...path, 'DestinationBackupVaultArn'] },
          ],
        };
      }
    }
  },
};
