import type { DocumentProblem, Position } from './document.ts';
import type { FaultCatalogue, RequirementSet, RuleCatalogue } from './generated/types.ts';

interface Located<T> {
  readonly value: T;
  locate(path: readonly (string | number)[]): Position;
}

/** What a schema cannot say of the catalogue: references resolve, ids are unique, faults are known from somewhere. */
export function catalogueProblems(
  file: string,
  rules: Located<RuleCatalogue>,
  faults: FaultCatalogue,
): DocumentProblem[] {
  const shapes = new Set(faults.faults.map((fault) => fault.shape));
  const ids = new Set<string>();
  const problems: DocumentProblem[] = [];
  const report = (path: readonly (string | number)[], message: string): void => {
    problems.push({ file, ...rules.locate(path), message });
  };

  rules.value.rules.forEach((rule, i) => {
    if (ids.has(rule.id)) report(['rules', i, 'id'], `the rule ${rule.id} stands twice`);
    ids.add(rule.id);
    rule.faults?.forEach((shape, j) => {
      if (!shapes.has(shape)) report(['rules', i, 'faults', j], `no fault is called ${shape}`);
    });
    for (const member of ['provenance', 'contradictedBy'] as const)
      rule[member]?.forEach((entry, j) => {
        if (!(entry.source in rules.value.sources)) {
          report(['rules', i, member, j, 'source'], `no source is called ${entry.source}`);
        }
      });
    if (rule.faults !== undefined && !rule.provenance.some((entry) => entry.of === 'fault')) {
      report(['rules', i, 'provenance'], `nothing says where the faults of ${rule.id} are known from`);
    }
  });

  for (const { shape, claims } of faults.faults)
    for (const id of [claims?.rule, claims?.withKey])
      if (id !== undefined && !ids.has(id))
        report([], `the fault ${shape} claims ${id}, and no rule is called so`);

  rules.value.ambiguities.forEach((ambiguity, i) => {
    ambiguity.rules.forEach((id, j) => {
      if (!ids.has(id)) report(['ambiguities', i, 'rules', j], `no rule is called ${id}`);
    });
  });
  return problems;
}

/** What a schema cannot say of a requirement set: its file bears its name, and its rules are known. */
export function requirementProblems(
  file: string,
  set: Located<RequirementSet>,
  known: ReadonlySet<string>,
): DocumentProblem[] {
  const { name, date, rules } = set.value;
  const at = (path: readonly (string | number)[], message: string): DocumentProblem => ({
    file,
    ...set.locate(path),
    message,
  });
  return [
    ...(file.endsWith(`/${name}.yaml`)
      ? []
      : [at(['name'], `the set is called ${name}, and its file is not`)]),
    ...(date.startsWith(name) ? [] : [at(['date'], `${date} is no day of ${name}`)]),
    ...Object.keys(rules).flatMap((id) =>
      known.has(id) ? [] : [at(['rules', id], `no rule is called ${id}`)],
    ),
  ];
}
