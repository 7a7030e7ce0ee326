import { aliasArn, keyArn, resolveKey } from '../world/kms.ts';
import { say } from '../world/say.ts';
import { placeState } from '../world/world.ts';
import { invalid, notFound } from './keys.ts';
import { accept, isRefusal, type Operation, type Reply } from './reply.ts';

/** How KMS asks for a list piece by piece. */
export interface ListInput {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

/** ListAliasesRequest. */
export interface ListAliasesInput extends ListInput {
  readonly KeyId?: string | undefined;
}

/** How KMS tells whether more follows. */
export interface ListOutput {
  readonly Truncated: boolean;
  readonly NextMarker?: string;
}

/** KMS ListKeys: the keys of the account in the Region. Fault: ValidationException. */
export const listKeys: Operation<
  ListInput,
  ListOutput & { readonly Keys: readonly { readonly KeyId: string; readonly KeyArn: string }[] }
> = (world, caller, input) => {
  const ids = piece([...placeState(world, caller).keys.keys()], input, 1000);
  if (isRefusal(ids)) return [world, ids];
  const Keys = ids.items.map((id) => ({ KeyId: id, KeyArn: keyArn(caller, id) }));
  return [world, accept({ Keys, ...ids.more })];
};

/** KMS ListAliases: those of the account in the Region, or of one key. Faults: NotFoundException, ValidationException. */
export const listAliases: Operation<
  ListAliasesInput,
  ListOutput & { readonly Aliases: readonly Readonly<Record<string, string>>[] }
> = (world, caller, input) => {
  const { KeyId } = input;
  const found = KeyId ? resolveKey(world, caller, KeyId) : undefined;
  if (found !== undefined && found.kind !== 'found') {
    return [world, notFound(say`Key '${KeyId}' does not exist`)];
  }
  const { aliases } = placeState(world, caller);
  const of = found?.key.id;
  const names = piece(
    [...aliases.keys()].filter((name) => of === undefined || aliases.get(name) === of),
    input,
    100,
  );
  if (isRefusal(names)) return [world, names];
  const Aliases = names.items.map((name) => ({
    AliasName: name,
    AliasArn: aliasArn(caller, name),
    TargetKeyId: aliases.get(name) ?? '',
  }));
  return [world, accept({ Aliases, ...names.more })];
};

/** The piece of the names that follows the marker, which is the last one given out. */
function piece(
  names: readonly string[],
  { Limit = 100, Marker = '' }: ListInput,
  most: number,
): { readonly items: readonly string[]; readonly more: ListOutput } | Reply<never> {
  if (Limit < 1 || Limit > most) return invalid(say`Limit is ${Limit}, but must be 1 to ${most}.`);
  const rest = names.filter((name) => name > Marker).sort();
  const items = rest.slice(0, Limit);
  const NextMarker = rest.length > items.length ? items.at(-1) : undefined;
  return { items, more: NextMarker === undefined ? { Truncated: false } : { Truncated: true, NextMarker } };
}
