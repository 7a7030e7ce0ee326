import type { DriftChange, DriftDifference, DriftKind } from '../contract/generated/types.ts';
import type { Description, FaultDescription, Member, Structure, Type } from './description.ts';

/** Which way values go: to the service, or from it. What is compatible depends on it. */
type Direction = 'input' | 'output';

/**
 * What an SDK says otherwise than the contract, in the order of the contract. Broken is whatever makes a request that
 * the contract allows fail, an answer that it promises impossible, or either of them look otherwise on the wire.
 * An SDK without the operation is undefined.
 */
export function diff(contract: Description, sdk: Description | undefined): DriftDifference[] {
  if (sdk === undefined) return [broken('operation', 'gone', 'CopyDBClusterSnapshot', undefined)];
  return [
    ...changed('operation', 'protocol', contract.protocol, sdk.protocol),
    ...changed('operation', 'version', contract.version, sdk.version),
    ...changed('operation', 'namespace', contract.namespace, sdk.namespace),
    ...structures('input', 'input', contract.input, sdk.input),
    ...structures('output', 'output', contract.output, sdk.output),
    ...faults(contract.faults, sdk.faults),
  ];
}

function structures(
  direction: Direction,
  path: string,
  ours: Structure,
  theirs: Structure,
): DriftDifference[] {
  return [
    ...Object.entries(ours).flatMap(([name, member]) =>
      members(direction, `${path}.${name}`, member, own(theirs, name)),
    ),
    ...Object.entries(theirs)
      .filter(([name]) => own(ours, name) === undefined)
      .map(([name, member]) =>
        difference(
          `${path}.${name}`,
          'added',
          // A request that does not know the member can no longer be made.
          direction === 'input' && member.required ? 'broken' : 'addition',
          undefined,
          memberText(member),
        ),
      ),
  ];
}

function members(
  direction: Direction,
  path: string,
  ours: Member,
  theirs: Member | undefined,
): DriftDifference[] {
  if (theirs === undefined) return [broken(path, 'gone', memberText(ours), undefined)];
  return [
    ...types(direction, path, ours.type, theirs.type),
    ...necessity(direction, path, ours.required, theirs.required),
    ...changed(path, 'wire-name', ours.wireName, theirs.wireName),
  ];
}

/** To demand more of a request breaks it; so does to promise less of an answer. */
function necessity(direction: Direction, path: string, ours: boolean, theirs: boolean): DriftDifference[] {
  if (ours === theirs) return [];
  const stricter = direction === 'input' ? theirs : ours;
  const kind = theirs ? 'required' : 'optional';
  return [
    difference(path, kind, stricter ? 'broken' : 'addition', necessityText(ours), necessityText(theirs)),
  ];
}

function types(direction: Direction, path: string, ours: Type, theirs: Type): DriftDifference[] {
  if (ours.kind === 'structure' && theirs.kind === 'structure') {
    return structures(direction, path, ours.members, theirs.members);
  }
  if (ours.kind === 'list' && theirs.kind === 'list') {
    return [
      ...types(direction, `${path}[]`, ours.element, theirs.element),
      ...changed(`${path}[]`, 'wire-name', ours.elementName, theirs.elementName),
    ];
  }
  return changed(path, 'type', typeText(ours), typeText(theirs));
}

type Faults = Readonly<Record<string, FaultDescription>>;

function faults(ours: Faults, theirs: Faults): DriftDifference[] {
  return [
    ...Object.entries(ours).flatMap(([shape, fault]) => {
      const path = `faults.${shape}`;
      const other = own(theirs, shape);
      if (other === undefined) return [broken(path, 'gone', faultText(fault), undefined)];
      return [
        ...changed(path, 'code', fault.code, other.code),
        ...changed(path, 'status', String(fault.status), String(other.status)),
        ...changed(path, 'sender', fault.sender, other.sender),
      ];
    }),
    ...Object.entries(theirs)
      .filter(([shape]) => own(ours, shape) === undefined)
      .map(([shape, fault]) =>
        difference(`faults.${shape}`, 'added', 'addition', undefined, faultText(fault)),
      ),
  ];
}

const changed = (path: string, kind: DriftKind, ours: string, theirs: string): DriftDifference[] =>
  ours === theirs ? [] : [broken(path, kind, ours, theirs)];

const broken = (
  path: string,
  kind: DriftKind,
  ours: string | undefined,
  theirs: string | undefined,
): DriftDifference => difference(path, kind, 'broken', ours, theirs);

const difference = (
  path: string,
  kind: DriftKind,
  change: DriftChange,
  contract: string | undefined,
  sdk: string | undefined,
): DriftDifference => ({
  path,
  kind,
  change,
  ...(contract !== undefined && { contract }),
  ...(sdk !== undefined && { sdk }),
});

/** A member by a name that may be one of Object's own. */
const own = <T>(members: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(members, name) ? members[name] : undefined;

const necessityText = (required: boolean): string => (required ? 'required' : 'optional');
const memberText = ({ type, required }: Member): string => `${typeText(type)}, ${necessityText(required)}`;
const faultText = ({ code, status, sender }: FaultDescription): string => `${code}, ${status}, ${sender}`;

function typeText(type: Type): string {
  switch (type.kind) {
    case 'simple':
      return type.name;
    case 'list':
      return `list of ${typeText(type.element)}`;
    case 'structure':
      return `structure of ${Object.keys(type.members).join(', ')}`;
  }
}
