/** The part of AWS in which names are unique: an account in a Region (which implies the partition). */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

/** Who calls, and which Region answers. */
export type Caller = Place;

/** Whether a text has the form of an account: twelve digits. */
export const isAccount = (text: string): boolean => /^\d{12}$/.test(text);

/** Whether a text has the form of a Region's name, such as `us-east-1`; whether there is one is another question. */
export const isRegion = (text: string): boolean => /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text);

/** Whether two places are the same. */
export const samePlace = (a: Place, b: Place): boolean => a.account === b.account && a.region === b.region;

/** The Availability Zones of these letters; a cluster is in the first three unless told. */
export const zonesOf = ({ region }: Place, letters: readonly string[] = ['a', 'b', 'c']): readonly string[] =>
  letters.map((letter) => region + letter);

/** A string that stands for a place in a map. */
export const placeKey = (place: Place): string => `${place.account}/${place.region}`;
