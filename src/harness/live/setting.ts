import type { LiveDocument } from '../../contract/generated/types.ts';
import { anotherRegion, type Caller, type Setting } from '../../model/index.ts';

/** Stands for another account where the file names none: its cases are not run. */
const nobodysAccounts = ['222222222222', '333333333333'];

/** Accounts and Regions that play the roles, by the file of what an account has. */
export const settingOf = ({ accounts, regions }: LiveDocument): Omit<Setting, 'nameOf'> => ({
  accounts: {
    self: accounts.self.id,
    other: accounts.other?.id ?? nobodysAccounts.find((id) => id !== accounts.self.id) ?? '',
  },
  regions: { here: regions.here, elsewhere: regions.elsewhere ?? anotherRegion(regions.here) },
});

/** The places that a file names: nothing is ever called elsewhere. */
export function placesOf({ accounts, regions }: LiveDocument): readonly Caller[] {
  const named = [regions.here, regions.elsewhere].flatMap((region) => region ?? []);
  return [accounts.self, accounts.other].flatMap((account) =>
    account === undefined ? [] : named.map((region) => ({ account: account.id, region })),
  );
}
