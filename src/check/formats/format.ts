import type { Path } from '../../contract/source-text.ts';
import type { KnownCaller } from '../plan.ts';
import { isRecord, requestMembers } from '../request-shape.ts';
import type { PlanFormatName } from './names.ts';

/** A copy that a document of some format plans, as a request of CopyDBClusterSnapshot and where its members are there. */
export interface FoundCopy {
  readonly name?: string;
  readonly caller: KnownCaller;
  readonly request: Readonly<Record<string, unknown>>;
  /** Where it starts. */
  readonly path: Path;
  /** Where members of the request are, by name; those that are not here are not in the document. */
  readonly places: Readonly<Record<string, Path>>;
  /** Members that are only known when it is made, and where: such a copy is not decided. */
  readonly untold: readonly { readonly what: string; readonly path: Path }[];
}

/** A way in which teams write down copies that are to be made. */
export interface PlanFormat {
  /** As `--plan-format` has it. */
  readonly name: Exclude<PlanFormatName, 'requests'>;
  /** With its article. */
  readonly what: string;
  readonly is: (value: unknown) => boolean;
  readonly copies: (value: unknown, caller: KnownCaller) => Iterable<FoundCopy>;
}

/** Members of an object; none of anything else. */
export const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {};

/** Whether a value is an object that has all of these members. */
export const hasMembers = (value: unknown, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(membersOf(value), name));

const memberNames = new Map(Object.keys(requestMembers).map((name) => [name.toLowerCase(), name]));

/** The member of a request, whatever the case of its letters; any other name as it is. */
export const requestMember = (written: string): string => memberNames.get(written.toLowerCase()) ?? written;

/** Items of a list; none of anything else. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
