import { readFileSync } from 'node:fs';
import { Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { BaselineDocumentEditor } from '../report/baseline-document.ts';
import { usualConfig } from './config.ts';

/** What the files of `init` are about. */
export interface Subject {
  readonly endpoint: string;
  readonly targetName: string;
  /** Command that starts the emulator in CI; whoever reads the workflow is asked for it unless given. */
  readonly start?: string;
}

/** A file of `init`, by its path from the working folder. */
export interface InitFile {
  readonly path: string;
  readonly text: string;
  /** Whether it holds what people wrote, so that one that is there is never replaced. */
  readonly kept?: boolean;
}

/** Where what is known to deviate stands. */
export const baselinePath = 'neptune-copy-contract-baseline.yaml';
/** Where GitHub looks for workflows. */
export const workflowPath = '.github/workflows/neptune-copy-contract.yaml';
/** Where the first run, and every later one, is to be browsed. */
export const htmlReport = 'neptune-copy-contract.html';

/** The files of `init`. Throws where the workflow that they are made from is not what it was. */
export const initFiles = (subject: Subject): readonly InitFile[] => [
  { path: usualConfig, text: configText(subject) },
  { path: workflowPath, text: workflowText(subject) },
  { path: baselinePath, text: new BaselineDocumentEditor('').write([], true), kept: true },
];

const schemaFile = 'node_modules/neptune-copy-contract/schemas/config.json';

function configText({ endpoint, targetName }: Subject): string {
  const document = new Document({
    endpoint,
    'target-name': targetName,
    baseline: baselinePath,
    report: ['text', `html=${htmlReport}`],
    runs: 0,
  });
  document.commentBefore = ` yaml-language-server: $schema=${schemaFile}`;
  const { contents } = document;
  if (isMap(contents)) {
    const runs = contents.items.find(({ key }) => isScalar(key) && key.value === 'runs');
    if (isScalar(runs?.key))
      runs.key.commentBefore =
        ' No search: a gate says the same each time. `verify --runs 15` makes up sequences of calls, too.';
    const report: unknown = contents.get('report', true);
    if (isSeq(report)) report.flow = true;
  }
  // An editor's remark stands alone in the first line.
  return document.toString(style).replace(/^(# yaml-language-server.*\n)\n/, '$1');
}

const style = { lineWidth: 110, singleQuote: true, flowCollectionPadding: false } as const;

/** The workflow that the examples show, about another emulator. */
function workflowText({ endpoint, targetName, start }: Subject): string {
  const template = new URL('../../examples/github/emulator-gate.yaml', import.meta.url);
  const document = parseDocument(readFileSync(template, 'utf8'));
  const job = document.getIn(['jobs', 'contract']) as YAMLMap;
  job.delete('services');
  const steps = job.get('steps');
  if (!isSeq<YAMLMap>(steps)) throw new Error('the workflow of the examples has no steps');
  const place = (name: string): number => {
    const found = steps.items.findIndex((step) => step.get('name') === name);
    if (found < 0) throw new Error(`the workflow of the examples has no step "${name}"`);
    return found;
  };
  const judging = steps.items[place('judge it')];
  judging?.set('with', document.createNode({ endpoint, 'target-name': targetName, baseline: baselinePath }));
  const starting = [
    { name: 'start it', run: start === undefined ? unknownStart : startScript(start) },
    {
      name: 'wait until it answers',
      env: { ENDPOINT: endpoint },
      run: `timeout 60 bash -c 'until curl --silent --insecure --output /dev/null "$ENDPOINT"; do sleep 1; done'`,
    },
  ];
  steps.items.splice(
    place('wait until moto answers'),
    1,
    ...starting.map((step) => document.createNode(step) as YAMLMap),
  );
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

/** In the background, for as long as the job runs. */
const startScript = (command: string): string => `{\n${command.trim()}\n} > emulator.log 2>&1 &\n`;

const unknownStart = 'echo "Say in this step how the emulator is started." && exit 1';
