import type { Target } from '../target/target.ts';

/** What a sequence can ask of a target; one that lacks it is spared. */
export interface Features {
  readonly keys: boolean;
  readonly otherAccount: boolean;
  readonly otherRegion: boolean;
}

/** What a target can do, as its capabilities tell. */
export function featuresOf({ capabilities }: Pick<Target, 'capabilities'>): Features {
  const can = (name: string): boolean => capabilities.some((each) => each.name === name && each.available);
  return {
    keys: can('KMS keys') && can('KMS key states'),
    otherAccount: can('second account') && can('sharing'),
    otherRegion: can('second Region'),
  };
}
