import type { LiveAccount, LiveDocument } from '../../contract/generated/types.ts';
import { anotherRegion, type Caller, type Setting } from '../../model/index.ts';

/** Stands for another account where the file names none: its cases are not run. */
const nobodysAccounts = ['222222222222', '333333333333'];

/** The accounts that a file names: the one that calls, and the other one if there is one. */
export const accountsOf = ({ accounts }: LiveDocument): readonly LiveAccount[] =>
  [accounts.self, accounts.other].flatMap((account) => account ?? []);

/** Accounts and Regions that play the roles, by the file of what an account has. Names in it are as they are. */
export const settingOf = ({ accounts, regions }: LiveDocument): Setting => ({
  accounts: {
    self: accounts.self.id,
    other: accounts.other?.id ?? nobodysAccounts.find((id) => id !== accounts.self.id) ?? '',
  },
  regions: { here: regions.here, elsewhere: regions.elsewhere ?? anotherRegion(regions.here) },
  nameOf: (handle) => handle,
});

/** The places that a file names: nothing is ever called elsewhere. */
export function placesOf(live: LiveDocument): readonly Caller[] {
  const named = [live.regions.here, live.regions.elsewhere].flatMap((region) => region ?? []);
  return accountsOf(live).flatMap(({ id }) => named.map((region) => ({ account: id, region })));
}
