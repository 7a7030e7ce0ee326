import type { DocumentProblem, Position } from './document.ts';
import type { FaultCatalogue, RuleCatalogue } from './generated/types.ts';

interface Located {
  readonly value: RuleCatalogue;
  locate(path: readonly (string | number)[]): Position;
}

/** What a schema cannot say of the catalogue: references resolve, ids are unique, gates follow provenance. */
export function catalogueProblems(file: string, rules: Located, faults: FaultCatalogue): DocumentProblem[] {
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
    rule.provenance.forEach((entry, j) => {
      if (!(entry.source in rules.value.sources)) {
        report(['rules', i, 'provenance', j, 'source'], `no source is called ${entry.source}`);
      }
    });
    const known = rule.provenance.some((entry) => entry.of === 'behaviour' && entry.level !== 'inferred');
    if (rule.gates !== known) {
      report(
        ['rules', i, 'gates'],
        `gates is ${rule.gates}, but the behaviour is ${known ? 'more than' : 'only'} inferred`,
      );
    }
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
