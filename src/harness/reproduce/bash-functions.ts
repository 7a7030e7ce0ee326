import { tasksIn, type Script } from './script.ts';
import { sendFunction } from './shell.ts';

/**
 * The functions that a bash script needs. They take a name of what they are about, as messages have it, and a command.
 * `$made` lists what the script has made; nothing else is ever removed.
 */
export function bashFunctions(script: Script, answers: 'json' | 'xml'): string[] {
  const { test, copy, cleanUp } = script;
  const tasks = tasksIn(script);
  const kinds = new Set(tasks.map((task) => (task.kind === 'make' && task.mayFail ? 'attempt' : task.kind)));
  const needs = (...some: string[]): boolean => some.some((kind) => kinds.has(kind as 'do'));
  return [
    'stop() { echo "stopped at $doing: $*" >&2; exit 2; }',
    "trap 'stop interrupted' INT TERM HUP",
    ...(tasks.length > 0 ? ['step() { doing=$1; answer=$("${@:2}") || stop "${answer:-it failed}"; }'] : []),
    ...(needs('make') ? ['make() { step "$@"; made="$made|$1|"; }'] : []),
    ...(needs('attempt') ? ['attempt() { doing=$1; ! "${@:2}" >/dev/null || made="$made|$1|"; }'] : []),
    ...(needs('remove') ? ['drop() { step "$@"; made=${made//"|$1|"/}; }'] : []),
    ...(needs('make-key') ? own : []),
    ...(tasks.some((task) => 'step' in task && task.step.invented !== undefined)
      ? [`plain() { tr -cd a-zA-Z0-9:_- <<<"$1"; }`]
      : []),
    ...(cleanUp.length > 0 ? [remove] : []),
    ...names,
    ...(copy === undefined ? [] : free),
    ...trying(answers, copy !== undefined),
    ...(test.kind === 'raw' || answers === 'xml' ? sendFunction(script) : []),
  ];
}

/** A key is the script's own if it is described as the script described it. */
const own = [
  `own() { [ "$2" = "$3" ] || stop 'left alone: it is not described as this script described it'; made="$made|$1|"; }`,
];

const remove = 'remove() { [[ $made != *"|$1|"* ]] || "${@:2}" >/dev/null || echo "left behind: $1" >&2; }';

/** The snapshots that an answer names, and whether one has the name. AWS folds names. */
const names = [
  'names() {',
  `  grep -oE '"DBClusterSnapshotIdentifier": "[^"]*|<DBClusterSnapshotIdentifier/?>[^<]*' <<<"$answer" | sed -E 's/^[^>:]*(: "|>)//'`,
  '}',
  'names_it() { names | grep -qixF -e "$1"; }',
];

/**
 * Whether a snapshot has the name: 0 if so, 1 if not, 2 if the look does not tell, such as an answer with further
 * pages. The script goes on only if none has.
 */
const free = [
  'shows() {',
  '  if answer=$(look 2>&1); then',
  `    grep -qE '["<]DBClusterSnapshots["/> ]' <<<"$answer" && ! grep -qE 'Marker(>|": ")[^"<]' <<<"$answer" || return 2`,
  '    names_it "$1"',
  '  else',
  '    [[ $answer == *DBClusterSnapshotNotFound* ]] && return 1 || return 2',
  '  fi',
  '}',
  'free() {',
  '  doing="snapshot $1" code=0; shows "$1" || code=$?',
  "  [ $code != 0 ] || stop 'it is there already and not of this script: nothing was done'",
  '  [ $code = 1 ] || stop "no look tells whether it is there: nothing was done: $answer"',
  '}',
];

/**
 * Makes the call under test, which may fail. The copy is the script's own if the answer names it. One that may be
 * there although no answer says so is left alone, and named.
 */
const trying = (answers: 'json' | 'xml', named: boolean): string[] => [
  'try() {',
  '  doing=$1 code=0; answer=$("${@:3}") || code=$?',
  `  printf '%s\\n' "$answer"`,
  ...(answers === 'xml' ? ['  [[ $answer =~ ^HTTP/[0-9.]+\\ 200 ]] || code=1'] : []),
  ...(named ? ['  if [ $code = 0 ] && names_it "$2"; then made="$made|$1|"; fi'] : []),
  '  [[ $made != *"|$1|"* ]] || return 0',
  '  [ $code != 0 ] || echo "left alone: $(names) is what the answer names instead of $1" >&2',
  ...(named
    ? [
        '  code=0; shows "$2" || code=$?',
        '  [ $code = 1 ] || echo "left alone: $1 may be there, but no answer says that this script made it" >&2',
      ]
    : []),
  '}',
];
