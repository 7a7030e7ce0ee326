import type { Path } from '../../contract/source-text.ts';
import type { KnownCaller } from '../plan.ts';
import { hasMembers, itemsOf, membersOf, requestMember, type FoundCopy, type PlanFormat } from './format.ts';

const task = /^arn:[^:]+:states:::aws-sdk:neptune:copyDBClusterSnapshot(?:\.|$)/;

/** A state machine of Step Functions: its tasks that copy, nested ones included. */
export const stepFunctions: PlanFormat = {
  name: 'step-functions',
  what: 'a state machine of Step Functions',
  is: (value) => hasMembers(value, 'States', 'StartAt'),
  copies: (value, caller) => machine(value, [], caller),
};

function* machine(value: unknown, path: Path, caller: KnownCaller): Generator<FoundCopy> {
  for (const [name, each] of Object.entries(membersOf(membersOf(value)['States']))) {
    const state = membersOf(each);
    const at = [...path, 'States', name];
    if (typeof state['Resource'] === 'string' && task.test(state['Resource']))
      yield copyOf(name, state, at, caller);
    for (const [i, branch] of itemsOf(state['Branches']).entries())
      yield* machine(branch, [...at, 'Branches', i], caller);
    for (const inner of ['ItemProcessor', 'Iterator']) yield* machine(state[inner], [...at, inner], caller);
  }
}

/** Members are called as the SDK for Java has them, in any case of letters; a name that ends with `.$` is a path into the input, and `{% … %}` an expression. */
function copyOf(
  name: string,
  state: Readonly<Record<string, unknown>>,
  path: Path,
  caller: KnownCaller,
): FoundCopy {
  const holder = Object.hasOwn(state, 'Arguments') ? 'Arguments' : 'Parameters';
  const request: Record<string, unknown> = {};
  const places: Record<string, Path> = {};
  const untold: { what: string; path: Path }[] = [];
  for (const [written, value] of Object.entries(membersOf(state[holder]))) {
    const plain = written.replace(/\.\$$/, '');
    const member = requestMember(plain);
    const at = [...path, holder, written];
    places[member] = at;
    if (written !== plain || isDynamic(value)) untold.push({ what: member, path: at });
    else request[member] = value;
  }
  if (typeof state[holder] === 'string') untold.push({ what: 'the request', path: [...path, holder] });
  return { name, caller, request, path, places, untold };
}

/** Whether a value, or one in it, is only known when the machine runs. */
function isDynamic(value: unknown): boolean {
  if (typeof value === 'string') return /^\{%.*%\}$/s.test(value.trim());
  if (Array.isArray(value)) return value.some(isDynamic);
  return Object.entries(membersOf(value)).some(([name, each]) => name.endsWith('.$') || isDynamic(each));
}
