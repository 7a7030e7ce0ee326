import type { CheckReport, DoctorReport, DriftReport, Report } from '../contract/generated/types.ts';
import type { RecordingDiff } from '../harness/recording/diff.ts';
import type { WrittenEvidence } from '../verify/evidence/patch.ts';
import type { Comparison } from '../report/index.ts';
import type { Listing } from './list/listing.ts';
import type { RenderOptions } from './kit/render-options.ts';

export type { RenderOptions } from './kit/render-options.ts';

/** What there is to report on: a run of `verify`, several runs side by side, planned copies, a drift, what a run would judge, what can be measured, two recordings, what recordings say of the contract. */
export interface Documents {
  readonly run: Report;
  readonly compare: Comparison;
  readonly check: CheckReport;
  readonly drift: DriftReport;
  readonly list: Listing;
  readonly doctor: DoctorReport;
  readonly recordings: RecordingDiff;
  readonly evidence: WrittenEvidence;
}

/** What there is to report on. */
export type Subject = keyof Documents;

/** Renders a document, in one text or, where it may be a long one, in parts. Pure: never changes it, never writes. */
export type Reporter<S extends Subject = 'run'> = (
  document: Documents[S],
  options: RenderOptions,
) => string | Iterable<string>;

/** A reporter, loaded when it is asked for, so that the names alone cost nothing. */
type Loader<S extends Subject> = () => Promise<Reporter<S>>;

/** All reporters, by what they report on and the name of their format. A new one is a file and a line here. */
const registry = {
  run: {
    text: async () => (await import('./run/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
    junit: async () => (await import('./run/junit.ts')).renderJunit,
    github: async () => (await import('./run/github.ts')).renderGithub,
    markdown: async () => (await import('./run/markdown.ts')).renderMarkdown,
    html: async () => (await import('./run/html.ts')).renderHtml,
    badge: async () => (await import('./run/badge.ts')).renderBadge,
  },
  compare: {
    text: async () => (await import('./compare/text.ts')).renderText,
    json: async () => (await import('./compare/json.ts')).renderJson,
    markdown: async () => (await import('./compare/markdown.ts')).renderMarkdown,
    html: async () => (await import('./compare/html.ts')).renderHtml,
  },
  check: {
    text: async () => (await import('./check/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
    junit: async () => (await import('./check/junit.ts')).renderJunit,
    sarif: async () => (await import('./check/sarif.ts')).renderSarif,
    github: async () => (await import('./check/github.ts')).renderGithub,
  },
  drift: {
    text: async () => (await import('./drift/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
    github: async () => (await import('./drift/github.ts')).renderGithub,
  },
  list: {
    text: async () => (await import('./list/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
  },
  recordings: {
    text: async () => (await import('./recordings/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
  },
  evidence: {
    text: async () => (await import('./evidence/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
    patch: async () => (await import('./evidence/patch.ts')).renderPatch,
  },
  doctor: {
    text: async () => (await import('./doctor/text.ts')).renderText,
    json: async () => (await import('./run/json.ts')).renderJson,
  },
} satisfies { readonly [S in Subject]: Readonly<Record<string, Loader<S>>> };

/** All subjects that reports are made of. */
export const subjects = Object.keys(registry) as readonly Subject[];

/** A format in which a subject can be rendered. */
export type Format<S extends Subject = 'run'> = keyof (typeof registry)[S] & string;

/** The formats in which a subject can be rendered. */
export const formatsOf = <S extends Subject>(subject: S): readonly Format<S>[] =>
  Object.keys(registry[subject]) as Format<S>[];

/** Renders a document in one of the formats that there are for it. */
export async function render<S extends Subject>(
  subject: S,
  format: Format<S>,
  document: Documents[S],
  options: RenderOptions,
): Promise<string> {
  return [...(await renderParts(subject, format, document, options))].join('');
}

/** As `render`, in parts that make the text together: it may be longer than there is room for. */
export async function renderParts<S extends Subject>(
  subject: S,
  format: Format<S>,
  document: Documents[S],
  options: RenderOptions,
): Promise<Iterable<string>> {
  // What TypeScript cannot see: a subject's formats render its documents, as the registry is checked to say.
  const loaders = registry[subject] as unknown as Readonly<Record<string, Loader<S>>>;
  const load = loaders[format];
  if (load === undefined) throw new Error(`there is no format ${format} for a ${subject}`);
  const rendered = (await load())(document, options);
  return typeof rendered === 'string' ? [rendered] : rendered;
}
