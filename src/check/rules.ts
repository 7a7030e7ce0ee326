import { rules as catalogue, sources } from '../contract/generated/catalogue.ts';
import type { CheckRule } from '../contract/generated/types.ts';
import type { Policy } from './policy.ts';

const ownRules: readonly CheckRule[] = [
  {
    id: 'plan/unknown-member',
    statement: 'A request has the members of CopyDBClusterSnapshot and no others.',
    help: 'AWS CLI and SDKs refuse it, or leave it out without a word. Spell the member as AWS does. A copy with such a mistake is not judged any further.',
  },
  {
    id: 'plan/wrong-type',
    statement: 'Each member of a request has the type that CopyDBClusterSnapshot gives it.',
    help: 'AWS CLI and SDKs refuse it. In YAML, numbers and dates that are meant as text need quotes. A copy with such a mistake is not judged any further.',
  },
  {
    id: 'plan/empty',
    statement: 'A file of a plan holds a planned copy.',
    help: 'Nothing was checked in this file. Remove it, or see whether its content was lost.',
  },
  {
    id: 'plan/untold',
    statement: 'What a copy asks for is told before it is made.',
    help: 'It is known only when it is made, so that this copy is not judged. Write the value down, or check what is asked for then, such as the events of CloudTrail.',
  },
  {
    id: 'plan/foreign',
    statement: 'A file that is named holds planned copies.',
    help: 'It was recognised as something else and not looked at. Name the files or folders that hold plans to be without this note.',
  },
  {
    id: 'input/unreadable',
    statement: 'What is named can be read.',
    help: 'What is in it was not checked, and the run ends with exit code 2. Put the place right that is named, or leave the file out.',
  },
  {
    id: 'exception/expired',
    statement: 'An exception to a policy has not expired.',
    help: 'It no longer applies. Remove it, or give it a new date and the reason for it.',
  },
  {
    id: 'exception/unused',
    statement: 'An exception to a policy excuses a planned copy.',
    help: 'No copy that was checked needs it. Remove it, so that it does not excuse what comes later.',
  },
];

/** The id under which findings of a policy are reported. */
export const policyRuleId = (id: string): string => `policy/${id}`;

/** What reports tell of the rules with these ids, in order of id. */
export function describeRules(ids: Iterable<string>, policies: readonly Policy[]): CheckRule[] {
  return [...new Set(ids)].sort().map((id) => {
    const rule = ofCatalogue(id) ?? ownRules.find((each) => each.id === id) ?? ofPolicy(id, policies);
    if (rule === undefined) throw new Error(`there is no rule ${id}`);
    return rule;
  });
}

/** Statement of a rule of the catalogue. */
export const statementOf = (id: string): string => catalogue.find((rule) => rule.id === id)?.statement ?? '';

/** A rule of the contract, with how it is known and the best source that has an address. */
function ofCatalogue(id: string): CheckRule | undefined {
  const rule = catalogue.find((each) => each.id === id);
  if (rule === undefined) return undefined;
  const known = rule.provenance.filter(({ of }) => of === 'behaviour');
  const help = known.map(({ level, source, section }) => {
    const title = sources[source]?.title ?? source;
    return `${level}: ${title}${section === undefined ? '' : `, ${section}`}`;
  });
  const url = known.map(({ source }) => sources[source]?.url).find((each) => each !== undefined);
  return { id, statement: rule.statement, help: help.join('; '), ...(url !== undefined && { url }) };
}

function ofPolicy(id: string, policies: readonly Policy[]): CheckRule | undefined {
  const policy = policies.find((each) => policyRuleId(each.id) === id);
  if (policy === undefined) return undefined;
  const { message, description, owner, url } = policy.document;
  const about = [
    description,
    owner === undefined ? undefined : `Owner: ${owner}.`,
    `Policy: ${policy.file}.`,
  ];
  return {
    id,
    statement: message,
    help: about.filter((part) => part !== undefined).join(' '),
    ...(url !== undefined && { url }),
  };
}
