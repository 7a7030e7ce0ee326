// Generated from spec/ by `npm run generate`. Do not edit.

export type Call = CreateCall | CopyCall | DeleteCall | ShareCall | TagCall | KeyCall | AliasCall;
export type AbstractName = string;
/**
 * A key of the sequence: two of the caller's own account here, one elsewhere, one of the other account that lets the first one in.
 */
export type CallKey = 'first' | 'second' | 'elsewhere' | 'theirs';
/**
 * Calls of several callers over one evolving world, with abstract names: what a search makes up and a replay repeats. A call that makes no sense where it stands (deleting what is not there) is skipped.
 */
export type CallSequence = readonly Call[];
export type CheckSeverity = 'error' | 'warning' | 'note';
export type Expected =
  | ExpectedOutcome
  | ExpectedMembers
  | ExpectedTags
  | ExpectedPresence
  | ExpectedProgress
  | ExpectedWinners
  | ExpectedEnd
  | ExpectedXml
  | ExpectedHeader
  | ExpectedEnvelope
  | ExpectedHttpStatus
  | ExpectedCode
  | ExpectedFaultType
  | ExpectedRequestId
  | ExpectedNamespace
  | ExpectedElements
  | ExpectedSdkOutput
  | ExpectedSdkException;
/**
 * What it was seen of: the answered copy, the copy as it is described, its source, what had the name before, or another snapshot.
 */
export type Subject = 'copy' | 'description' | 'source' | 'existing' | 'snapshot';
export type ExpectedMember = MemberAbsent | MemberIs | MemberOneOf | MemberBetween;
export type PresentValue = string | number | boolean | readonly string[];
export type Actual =
  | ActualCopy
  | ActualRejection
  | ActualUnintelligible
  | ActualMembers
  | ActualTags
  | ActualPresence
  | ActualProgress
  | ActualWinners
  | ActualList
  | ActualHeader
  | ActualEnvelope
  | ActualHttpStatus
  | ActualCode
  | ActualFaultType
  | ActualRequestId
  | ActualNamespace
  | ActualElements
  | ActualSdkOutput
  | ActualSdkException
  | ActualSdkNothing;
/**
 * null stands for an absent member.
 */
export type MemberText = string | number | boolean | readonly string[] | null;
/**
 * query: AWS Query, with a list of snapshots. Nothing came back: refused (nobody listens), no-host (the name is unknown), unreachable (no way leads there), certificate (it is not trusted), no-tls (an https endpoint that speaks no TLS), late (no answer in time), cut (the connection was closed), no-http (something else than HTTP), other. Something came back: no-query (HTTP, but not AWS Query), fault (AWS Query, but the call was refused), no-list (a success without a list of snapshots). stopped: the run ended before.
 */
export type DoctorContactKind =
  | 'query'
  | 'refused'
  | 'no-host'
  | 'unreachable'
  | 'certificate'
  | 'no-tls'
  | 'late'
  | 'cut'
  | 'no-http'
  | 'other'
  | 'no-query'
  | 'fault'
  | 'no-list'
  | 'stopped';
/**
 * works: it was made. fails: it was refused, or is no copy. absent: the target says that it has no such operation. unknown: it could not be tried, or seen to its end.
 */
export type DoctorCopyStatus = 'works' | 'fails' | 'absent' | 'unknown';
/**
 * there: it was answered, if only with a refusal of what it was asked for. lacking: the target says itself that it has none, or fails over it. silent: nothing came back. untried: it was never come to.
 */
export type DoctorOperationStatus = 'there' | 'lacking' | 'silent' | 'untried';
/**
 * What about the thing at the path differs. gone: only the contract has it. added: only the SDK has it. required, optional: the SDK says so, the contract the opposite. The others: their value differs.
 */
export type DriftKind =
  | 'gone'
  | 'added'
  | 'type'
  | 'required'
  | 'optional'
  | 'wire-name'
  | 'code'
  | 'status'
  | 'sender'
  | 'protocol'
  | 'version'
  | 'namespace';
/**
 * stale: nothing is broken, but the allow-list no longer holds.
 */
export type DriftVerdict = 'same' | 'additions' | 'stale' | 'broken';
/**
 * broken: what the contract promises no longer holds. addition: what relied on the contract still works.
 */
export type DriftChange = 'broken' | 'addition';
/**
 * What is done again.
 */
export type FailureReplay = CaseReplay | SequenceReplay;
/**
 * Twelve digits, or the role `self` (who runs the case) or `other`.
 */
export type AccountName = string;
/**
 * A Region such as us-east-1 (which implies the partition), or the role `here` (the called one) or `elsewhere`.
 */
export type RegionName = string;
/**
 * What the AWS SDK made of an answer.
 */
export type SdkAnswer = SdkOutput | SdkException | SdkNoAnswer | SdkNotSent;
export type LiveRegion = string;
/**
 * Whose it is; `self` unless given.
 */
export type LiveAccountRole = 'self' | 'other';
/**
 * Where it is; `here` unless given.
 */
export type LiveRegionRole = 'here' | 'elsewhere';
/**
 * Planned copies, as `check` reads them: one request as AWS CLI's --cli-input-json takes it, one with its caller, or several.
 */
export type PlanDocument = PlanItem | PlannedCopies | readonly PlanItem[];
export type PlanItem = CopyDBClusterSnapshotMessage | PlannedCopyDocument;
/**
 * Of CEL, the Common Expression Language, true or false.
 */
export type Expression = string;
/**
 * One file of a recording: the call of a case with the looks that follow it, a case that could not be measured, or a sequence of calls.
 */
export type Recorded = RecordedCase | RecordedUnmeasured | RecordedSequence;
/**
 * What was asked for, in the order in which it was.
 */
export type Tape = readonly TapeEntry[];
/**
 * pass, fail, known (a deviation in the baseline), new (a deviation from what the requirement set does not ask for), inconclusive (the target cannot be brought into the situation), error (the harness could not find out).
 */
export type Status = 'pass' | 'fail' | 'known' | 'new' | 'inconclusive' | 'error';

/**
 * A request to copy a DB cluster snapshot: which one, under which new name, with which key and tags.
 */
export interface CopyDBClusterSnapshotMessage {
  /**
   * The snapshot to copy: its name in the caller's own account and Region (an automated one starts with `rds:`, one of AWS Backup with `awsbackup:`), or its ARN, which is the only way to a snapshot shared by another account or kept in another Region. Case does not matter.
   */
  readonly SourceDBClusterSnapshotIdentifier: string;
  /**
   * Name of the copy, unique in the caller's account and Region whatever the case: 1 to 63 ASCII letters, digits and hyphens, a letter first, no hyphen last, no two hyphens in a row. AWS stores it in lower case.
   */
  readonly TargetDBClusterSnapshotIdentifier: string;
  /**
   * Key that encrypts the copy: key id, key ARN, alias name (`alias/...`) or alias ARN, in the Region that is called. Required for an encrypted source of another account or Region; forbidden for an unencrypted source.
   */
  readonly KmsKeyId?: string;
  /**
   * Not supported by Neptune, though SDKs fill it in by themselves for a source in another Region, which is fine. Leave it to them: what becomes of any other is unspecified.
   */
  readonly PreSignedUrl?: string;
  /**
   * Whether the copy takes over the tags of its source. Off unless asked for; what becomes of them beside tags given in the request is unspecified.
   */
  readonly CopyTags?: boolean;
  /**
   * Tags of the copy, at most 50, each key once.
   */
  readonly Tags?: readonly Tag[];
  /**
   * Region of the source. A convenience of boto3 that never reaches the wire; the JavaScript SDK has no such member.
   */
  readonly SourceRegion?: string;
}
/**
 * A label on a Neptune resource: a key, and a value that may be left out.
 */
export interface Tag {
  /**
   * Name of the tag: 1 to 128 Unicode letters, digits, separators and `_.:/=+-`; the prefixes `aws:` and `rds:` are reserved.
   */
  readonly Key: string;
  /**
   * Value of the tag: at most 256 characters of the same set. The documented minimum of one character is not enforced by AWS, so an empty value is unspecified.
   */
  readonly Value?: string;
}
/**
 * What an accepted copy answers: the copy, as far as it has come.
 */
export interface CopyDBClusterSnapshotResult {
  readonly DBClusterSnapshot: DBClusterSnapshot;
}
/**
 * A snapshot of a Neptune DB cluster as AWS describes it. A member without a value is absent, never empty.
 */
export interface DBClusterSnapshot {
  /**
   * Zones in which instances restored from the snapshot can run; they may move until it is available.
   */
  readonly AvailabilityZones?: readonly string[];
  /**
   * Name of the snapshot, in lower case.
   */
  readonly DBClusterSnapshotIdentifier?: string;
  /**
   * Name of the cluster the snapshot was taken from; the cluster may be gone.
   */
  readonly DBClusterIdentifier?: string;
  /**
   * When the snapshot was taken (UTC).
   */
  readonly SnapshotCreateTime?: string;
  /**
   * Database engine, such as `neptune`.
   */
  readonly Engine?: string;
  /**
   * Allocated storage in GiB; it may move until the snapshot is available.
   */
  readonly AllocatedStorage?: number;
  /**
   * `available`, or `creating`, `copying`, `pending`, `deleting`, `failed`.
   */
  readonly Status?: string;
  /**
   * Port on which the cluster listened when the snapshot was taken.
   */
  readonly Port?: number;
  /**
   * VPC of the cluster.
   */
  readonly VpcId?: string;
  /**
   * When the cluster was created (UTC).
   */
  readonly ClusterCreateTime?: string;
  /**
   * Not used by Neptune.
   */
  readonly MasterUsername?: string;
  /**
   * Version of the engine.
   */
  readonly EngineVersion?: string;
  /**
   * License model of the cluster.
   */
  readonly LicenseModel?: string;
  /**
   * `manual` or `automated`; a copy is always `manual`.
   */
  readonly SnapshotType?: string;
  /**
   * Share of the data that has been transferred, in percent; it may be absent while a copy waits in a queue.
   */
  readonly PercentProgress?: number;
  /**
   * Whether the snapshot is encrypted.
   */
  readonly StorageEncrypted?: boolean;
  /**
   * ARN of the key that encrypts the snapshot; absent on an unencrypted one.
   */
  readonly KmsKeyId?: string;
  /**
   * ARN of the snapshot.
   */
  readonly DBClusterSnapshotArn?: string;
  /**
   * ARN of the snapshot this one was copied from; absent on a snapshot that is no copy.
   */
  readonly SourceDBClusterSnapshotArn?: string;
  /**
   * Whether IAM identities may log in to the database.
   */
  readonly IAMDatabaseAuthenticationEnabled?: boolean;
  /**
   * Storage type of the cluster. Newer than the document this contract encodes; present in the service model.
   */
  readonly StorageType?: string;
}
/**
 * Envelope of every fault of the AWS Query protocol.
 */
export interface ErrorResponse {
  readonly Error: ErrorDetail;
  /**
   * Identifies the request; repeated in the header.
   */
  readonly RequestId: string;
}
/**
 * What went wrong and whose fault it is.
 */
export interface ErrorDetail {
  /**
   * Who is to blame: the caller or the service.
   */
  readonly Type: 'Sender' | 'Receiver';
  /**
   * Wire code of the fault.
   */
  readonly Code: string;
  /**
   * Text for people; never to be matched.
   */
  readonly Message: string;
}
/**
 * A baseline from before its format had a version. `baseline upgrade` reads it, and nothing else does.
 */
export interface OldBaselineDocument {
  readonly entries: readonly OldBaselineEntry[];
}
export interface OldBaselineEntry {
  /**
   * Rule that the target deviates from.
   */
  readonly rule: string;
  /**
   * Case in which it does, as the report names it; * for all of them, search/* for whatever a search finds.
   */
  readonly case: string;
  /**
   * Name of the target; entries for other targets are ignored.
   */
  readonly target: string;
  /**
   * Fingerprint of the deviation, from the report. In quotes: some would be numbers.
   */
  readonly fingerprint: string;
  /**
   * Why this is tolerated. Blank, or beginning with TODO, fails the run.
   */
  readonly reason: string | null;
  /**
   * Where it is being worked on.
   */
  readonly link?: string;
  /**
   * Who answers for the entry. TODO fails the run.
   */
  readonly owner: string;
  /**
   * Last day on which it is tolerated.
   */
  readonly expires?: string;
}
/**
 * Known deviations of targets. A deviation in the baseline does not fail a run; an entry that no longer holds does.
 */
export interface BaselineDocument {
  /**
   * Version of this format. `baseline upgrade` brings an older file to it.
   */
  readonly version: 2;
  readonly entries: readonly BaselineEntry[];
}
export interface BaselineEntry {
  /**
   * Rule that the target deviates from.
   */
  readonly rule: string;
  /**
   * Name of the target; entries for other targets are ignored.
   */
  readonly target: string;
  /**
   * Cases in which it does, as the report names them. A * stands for any characters: source-arn-form/*, or search/* for whatever a search finds.
   */
  readonly cases: readonly string[];
  readonly actual: BaselineActual;
  /**
   * What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly fingerprint: string;
  /**
   * What somebody has to look at again; it fails the run until this line is removed.
   */
  readonly review?: string;
  /**
   * Why this is tolerated. Blank, or beginning with TODO, fails the run.
   */
  readonly reason: string | null;
  /**
   * Where it is being worked on.
   */
  readonly link?: string;
  /**
   * Who answers for the entry. TODO fails the run.
   */
  readonly owner: string;
  /**
   * Last day on which it is tolerated.
   */
  readonly expires?: string;
}
/**
 * The actual outcome, without what differs from run to run.
 */
export interface BaselineActual {
  readonly kind: string;
  readonly [k: string]: unknown;
}
/**
 * Makes a cluster and takes a manual snapshot of it.
 */
export interface CreateCall {
  readonly op: 'create';
  readonly at?: CallPlace;
  readonly name: AbstractName;
  readonly key?: CallKey;
  readonly tags?: readonly CallTag[];
}
/**
 * Whose account, in which Region; the caller's own, here, unless given.
 */
export interface CallPlace {
  readonly account: 'self' | 'other';
  readonly region: 'here' | 'elsewhere';
}
export interface CallTag {
  readonly Key: string;
  readonly Value: string;
}
/**
 * CopyDBClusterSnapshot, or several at the same moment.
 */
export interface CopyCall {
  readonly op: 'copy';
  readonly at?: CallPlace;
  readonly source: AbstractName;
  readonly sourceAt?: CallPlace;
  /**
   * The new name. It gets a prefix of the run; it need not be a valid name.
   */
  readonly target: string;
  readonly key?: CallKey;
  /**
   * KmsKeyId is the sequence's alias.
   */
  readonly alias?: boolean;
  readonly copyTags?: boolean;
  readonly tags?: readonly CallTag[];
  /**
   * How many such requests at once; exactly one may win.
   */
  readonly times?: number;
}
export interface DeleteCall {
  readonly op: 'delete';
  readonly at?: CallPlace;
  readonly name: AbstractName;
}
export interface ShareCall {
  readonly op: 'share' | 'unshare';
  readonly at?: CallPlace;
  readonly name: AbstractName;
  readonly with: 'self' | 'other';
}
/**
 * Adds tags to a snapshot, or removes those keys.
 */
export interface TagCall {
  readonly op: 'tag' | 'untag';
  readonly at?: CallPlace;
  readonly name: AbstractName;
  readonly tags: readonly CallTag[];
}
export interface KeyCall {
  readonly op: 'enable-key' | 'disable-key';
  readonly key: CallKey;
}
/**
 * Lets the sequence's alias point to a key of the first account here.
 */
export interface AliasCall {
  readonly op: 'point-alias';
  readonly key: 'first' | 'second';
}
/**
 * Directed cases of one family. `defaults` is what each case starts from and a control case is what its case starts from: both are changed by JSON merge patch (RFC 7396: null removes).
 */
export interface CaseFile {
  readonly defaults?: Situation;
  readonly cases: readonly CaseEntry[];
}
/**
 * A world, who calls, and the request. As a patch, any part may be missing or null.
 */
export interface Situation {
  /**
   * What must exist: a world document (or a patch of one).
   */
  readonly given?: {};
  readonly caller?: CallerRole;
  readonly request?: RequestTemplate;
  readonly wire?: WireEdits;
  readonly http?: HttpEdits;
}
export interface CallerRole {
  readonly account?: 'self' | 'other';
  readonly region?: 'here' | 'elsewhere';
}
/**
 * Members of CopyDBClusterSnapshot. Strings may hold {NAME}, {NAME.arn}, {NAME.id}, {NAME.alias}, {NAME.aliasArn}, {new}, {new:LENGTH}, {region.here}, {region.elsewhere}, {account.self}, {account.other}, {partition}, {unknown} (a name that nothing has), {unknown.uuid} and {repeat:TEXT:COUNT}; a suffix :upper puts the value in upper case.
 */
export interface RequestTemplate {
  readonly SourceDBClusterSnapshotIdentifier?: string | null;
  readonly TargetDBClusterSnapshotIdentifier?: string | null;
  readonly KmsKeyId?: string | null;
  readonly PreSignedUrl?: string | null;
  readonly CopyTags?: boolean | null;
  readonly Tags?: null | readonly TagTemplate[] | GeneratedTags;
}
export interface TagTemplate {
  readonly Key?: string;
  readonly Value?: string;
}
/**
 * So many different tags: key-1=value-1 and so on.
 */
export interface GeneratedTags {
  readonly generate: number;
}
/**
 * Form parameters to set (or, with null, to remove) after an SDK has written the request.
 */
export interface WireEdits {
  readonly [k: string]: string | null;
}
/**
 * How the form is written and carried, where that is not as an SDK does it. Comes after the edits of the wire. As a patch, any part may be null.
 */
export interface HttpEdits {
  /**
   * GET: the form is the query string, and there is no body.
   */
  readonly method?: 'GET' | null;
  /**
   * The Content-Type header.
   */
  readonly contentType?: string | null;
  /**
   * plus: a space is a plus sign; lower-case: hexadecimal digits are in lower case; all: whatever can be escaped is; iso-8859-1: escapes are bytes of that charset.
   */
  readonly escapes?: 'plus' | 'lower-case' | 'all' | 'iso-8859-1' | null;
  /**
   * reversed: the last parameter comes first.
   */
  readonly order?: 'reversed' | null;
  /**
   * Parameters that are sent once more at the end, with this value; a template as in a request.
   */
  readonly doubled?: {
    readonly [k: string]: string;
  } | null;
  /**
   * empty: nothing at all.
   */
  readonly body?: 'empty' | null;
}
export interface CaseEntry {
  readonly id: string;
  /**
   * What is special, in a few words.
   */
  readonly title: string;
  /**
   * The rule under test.
   */
  readonly rule: string;
  /**
   * What must exist: a world document (or a patch of one).
   */
  readonly given?: {};
  readonly caller?: CallerRole;
  readonly request?: RequestTemplate;
  readonly wire?: WireEdits;
  readonly http?: HttpEdits;
  /**
   * The rules that the request breaks; all others are kept.
   */
  readonly breaks?: readonly string[];
  /**
   * The rules on which the documentation is silent here.
   */
  readonly unspecified?: readonly string[];
  readonly copied?: CopyTemplate;
  readonly control?: Situation;
}
/**
 * What the copy must look like, as far as the case cares.
 */
export interface CopyTemplate {
  /**
   * Members and their values; strings are templates as in a request.
   */
  readonly fields?: {
    readonly [k: string]: string | number | boolean;
  };
  /**
   * Members equal to the source's.
   */
  readonly inherited?: readonly string[];
  /**
   * Members that must not be there.
   */
  readonly absent?: readonly string[];
  /**
   * Exactly these tags; their strings are templates too.
   */
  readonly tags?: readonly CopiedTag[];
}
export interface CopiedTag {
  readonly Key: string;
  readonly Value?: string;
}
/**
 * What `check` found in planned copies, or `check --test-policies` in the tests of policies. Lines and columns count from 1.
 */
export interface CheckReport {
  readonly format: 1;
  readonly tool: CheckTool;
  /**
   * What the subjects are.
   */
  readonly what: 'copies' | 'policy tests';
  readonly summary: CheckSummary;
  /**
   * Planned copies in the order in which they are made, or tests.
   */
  readonly subjects: readonly CheckSubject[];
  readonly findings: readonly CheckFinding[];
  /**
   * What the findings refer to, by id.
   */
  readonly rules: readonly CheckRule[];
  readonly policies: readonly PolicySummary[];
  /**
   * What could not be judged, and why.
   */
  readonly notChecked: readonly NotChecked[];
}
export interface CheckTool {
  readonly name: string;
  readonly version: string;
}
export interface CheckSummary {
  readonly files: number;
  readonly subjects: number;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  /**
   * Findings of which it is not known whether they stand.
   */
  readonly undecided: number;
  /**
   * Findings that exceptions excuse.
   */
  readonly excused: number;
  readonly failOn: CheckSeverity;
  /**
   * Whether what is undecided may pass.
   */
  readonly allowUndecided: boolean;
  /**
   * 2 where something that was named could not be read; what could be is judged.
   */
  readonly exitCode: 0 | 1 | 2;
}
export interface CheckSubject {
  /**
   * Unique in its file.
   */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export interface CheckFinding {
  readonly rule: string;
  readonly severity: CheckSeverity;
  /**
   * `undecided` where it is not known whether it stands, `excused` where an exception says that it may; absent where it stands. Only what stands counts by severity.
   */
  readonly standing?: 'undecided' | 'excused';
  /**
   * What is not known and would decide it, or who excuses it and until when; absent where it stands.
   */
  readonly reason?: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /**
   * Index of the subject it is about; absent when it is about a policy as a whole.
   */
  readonly subject?: number;
}
export interface CheckRule {
  /**
   * Of the catalogue, or policy/..., plan/..., exception/..., input/....
   */
  readonly id: string;
  readonly statement: string;
  /**
   * How it is known, or what to do.
   */
  readonly help: string;
  readonly url?: string;
}
export interface PolicySummary {
  readonly id: string;
  readonly file: string;
  /**
   * Copies it applied to.
   */
  readonly applied: number;
  readonly denied: number;
  readonly excepted: number;
  /**
   * Copies for which something it depends on is not known.
   */
  readonly undecided: number;
  /**
   * What was not known, as paths in the context.
   */
  readonly unknown: readonly string[];
}
export interface NotChecked {
  readonly reason: string;
  /**
   * How many copies it concerns.
   */
  readonly copies: number;
  readonly rules: readonly string[];
}
/**
 * What `verify` does unless its flags say otherwise: `neptune-copy-contract.yaml` in the working folder, or the file of --config. Members are the flags without their dashes; files are named as flags name them.
 */
export interface ConfigDocument {
  /**
   * The endpoint to judge; the embedded one unless given.
   */
  readonly endpoint?: string;
  /**
   * Where its KMS is, if elsewhere.
   */
  'kms-endpoint'?: string;
  /**
   * Accounts by profiles of the AWS configuration, as ID=PROFILE: the first calls, a second is the other one.
   */
  readonly account?: readonly string[];
  /**
   * The called Region.
   */
  readonly region?: string;
  /**
   * File of certificates (PEM) to trust at an https endpoint, in the place of the usual ones.
   */
  readonly ca?: string;
  /**
   * Whether the certificate of an https endpoint is not checked.
   */
  readonly insecure?: boolean;
  /**
   * Where reports go, as FORMAT or FORMAT=FILE.
   */
  readonly report?: readonly string[];
  /**
   * Folder for a file of each deviation, for `replay`.
   */
  readonly failures?: string;
  /**
   * Rules that alone are judged.
   */
  readonly rule?: readonly string[];
  /**
   * Cases that alone are run; * stands for any characters.
   */
  readonly case?: readonly string[];
  /**
   * Text in id or title of the cases that alone are run.
   */
  readonly grep?: string;
  /**
   * Rules that are not judged.
   */
  'exclude-rule'?: readonly string[];
  /**
   * Whether the text report has evidence, exchanges and scripts.
   */
  readonly verbose?: boolean;
  /**
   * What is left out: cases that need it are not run.
   */
  readonly without?: readonly ('kms' | 'key-states' | 'sharing' | 'tags' | 'second-account' | 'second-region')[];
  /**
   * Gating rules that must be measured, of those that nothing excuses: a number, or a share such as 75%.
   */
  'min-measured'?: number | string;
  /**
   * Seed of everything random.
   */
  readonly seed?: number;
  /**
   * Weakest knowledge that fails the run.
   */
  readonly gate?: 'observed' | 'documented' | 'sibling' | 'inferred';
  /**
   * Name of a requirement set, such as 2026-11: what gates since is told as new, and fails no run.
   */
  readonly requirements?: string;
  /**
   * What the report and the baseline call the target.
   */
  'target-name'?: string;
  /**
   * File of known deviations.
   */
  readonly baseline?: string;
  /**
   * Most pairs of rules that are broken together; 0 for none.
   */
  readonly pairs?: number;
  /**
   * How many worlds are staged and judged at once.
   */
  readonly jobs?: number;
  /**
   * Sequences of calls that the stateful search makes up; 0 for none.
   */
  readonly runs?: number;
  /**
   * Most calls in a sequence.
   */
  'max-calls'?: number;
  /**
   * Seconds after which the search begins no new sequence.
   */
  'max-time'?: number;
  /**
   * The target's quota of manual snapshots, if not 100.
   */
  readonly quota?: number;
  /**
   * Seconds after which the run cleans up and reports what it has.
   */
  readonly deadline?: number;
  /**
   * Seconds to wait for a copy to become available.
   */
  'copy-timeout'?: number;
  /**
   * Seconds to wait for an answer.
   */
  readonly timeout?: number;
  /**
   * File for the journal of what is made at the endpoint.
   */
  readonly journal?: string;
  /**
   * Whether to stop after the first deviation that fails the run, or after how many.
   */
  readonly bail?: boolean | number;
  /**
   * Whether each script that reproduces a deviation is run once, to tell which do not show it.
   */
  'check-reproductions'?: boolean;
  /**
   * Whether nothing is said on standard error but the verdict and errors.
   */
  readonly quiet?: boolean;
}
/**
 * What a policy decides on. A member that is not known (who calls, or without a world what the source is like) is absent, and a policy that depends on it stays undecided.
 */
export interface DecisionContext {
  readonly request: ContextRequest;
  readonly caller: ContextPlace;
  readonly source: ContextSource;
  readonly key?: ContextKey;
  readonly copy: ContextCopy;
  /**
   * Whether the source is in another Region than the one called.
   */
  readonly crossRegion?: boolean;
  /**
   * When the copies are looked at, such as 2026-11-22T03:00:00.000Z.
   */
  readonly now?: string;
  readonly plan?: ContextPlan;
  /**
   * Whether another account owns the source.
   */
  readonly crossAccount?: boolean;
}
/**
 * The request as it is planned.
 */
export interface ContextRequest {
  readonly SourceDBClusterSnapshotIdentifier?: string;
  readonly TargetDBClusterSnapshotIdentifier?: string;
  readonly KmsKeyId?: string;
  readonly PreSignedUrl?: string;
  readonly CopyTags?: boolean;
  readonly Tags?: readonly ContextTag[];
  readonly SourceRegion?: string;
}
export interface ContextTag {
  readonly Key?: string;
  readonly Value?: string;
}
/**
 * Who calls, and the Region that is called.
 */
export interface ContextPlace {
  readonly account?: string;
  readonly region?: string;
}
/**
 * The snapshot to copy. Where it is and its name follow from the request; the rest is known with a world only.
 */
export interface ContextSource {
  readonly account?: string;
  readonly region?: string;
  /**
   * In lower case.
   */
  readonly DBClusterSnapshotIdentifier?: string;
  readonly DBClusterSnapshotArn?: string;
  readonly Status?: string;
  readonly SnapshotType?: 'manual' | 'automated';
  readonly StorageEncrypted?: boolean;
  /**
   * ARN of its key; absent when it is not encrypted.
   */
  readonly KmsKeyId?: string;
  readonly DBClusterIdentifier?: string;
  readonly Engine?: string;
  readonly EngineVersion?: string;
  readonly SnapshotCreateTime?: string;
  /**
   * From SnapshotCreateTime to `now`.
   */
  readonly ageSeconds?: number;
  readonly tags?: ContextTags;
  /**
   * Accounts, or all.
   */
  readonly sharedWith?: readonly string[];
}
/**
 * Tag values by key. Those of the copy are the request's, or with CopyTags the source's, which are known with a world only.
 */
export interface ContextTags {
  readonly [k: string]: string;
}
/**
 * What KmsKeyId leads to; absent without one. An alias is resolved, and the state known, with a world only.
 */
export interface ContextKey {
  readonly account?: string;
  readonly region?: string;
  /**
   * `alias/...`; absent when the request names the key by its id.
   */
  readonly alias?: string;
  readonly KeyId?: string;
  readonly Arn?: string;
  readonly KeyState?: 'Enabled' | 'Disabled' | 'PendingDeletion';
  readonly KeyManager?: 'CUSTOMER' | 'AWS';
  readonly MultiRegion?: boolean;
}
/**
 * What is to be made.
 */
export interface ContextCopy {
  readonly account?: string;
  readonly region?: string;
  /**
   * In lower case.
   */
  readonly DBClusterSnapshotIdentifier?: string;
  readonly tags?: ContextTags;
}
/**
 * The copies that are planned together, this one among them; badly written ones are left out.
 */
export interface ContextPlan {
  /**
   * How many there are.
   */
  readonly size?: number;
  /**
   * How many of them go into the account and Region of this copy.
   */
  readonly toPlace?: number;
  /**
   * How many manual snapshots that account has there which were made on the day of `now` (UTC); known with a world only.
   */
  readonly madeToday?: number;
  /**
   * Each of them, in order; not known where they are more than 2,000.
   */
  readonly copies?: readonly PlannedEntry[];
}
export interface PlannedEntry {
  /**
   * As reports call it.
   */
  readonly name: string;
  readonly file: string;
  readonly account?: string;
  readonly region?: string;
  /**
   * As in the request.
   */
  readonly SourceDBClusterSnapshotIdentifier?: string;
  /**
   * In lower case.
   */
  readonly DBClusterSnapshotIdentifier?: string;
  /**
   * As in the request.
   */
  readonly KmsKeyId?: string;
}
/**
 * What was expected and the actual outcome, as data: sentences are made of it where it is shown. Names, ARNs, ids and Regions of the run stand as abstract names.
 */
export interface DeviationValues {
  readonly expected: Expected;
  readonly actual: Actual;
}
export interface ExpectedOutcome {
  readonly kind: 'outcome';
  /**
   * Whether a copy is expected.
   */
  readonly copy: boolean;
  /**
   * Shapes of the expected faults.
   */
  readonly faults: readonly string[];
}
export interface ExpectedMembers {
  readonly kind: 'members';
  readonly of: Subject;
  readonly members: {
    readonly [k: string]: ExpectedMember;
  };
}
export interface MemberAbsent {
  readonly kind: 'absent';
}
export interface MemberIs {
  readonly kind: 'is';
  readonly value: PresentValue;
}
/**
 * null stands for an absent member.
 */
export interface MemberOneOf {
  readonly kind: 'one-of';
  readonly values: readonly (PresentValue | null)[];
}
export interface MemberBetween {
  readonly kind: 'between';
  readonly low: number;
  readonly high: number;
}
export interface ExpectedTags {
  readonly kind: 'tags';
  readonly of: Subject;
  readonly required: readonly TagText[];
  /**
   * Tags that will do as well as the required ones, where there are two ways.
   */
  readonly alternative?: readonly TagText[];
  readonly optional: readonly TagText[];
}
export interface TagText {
  readonly Key: string;
  readonly Value?: string;
}
export interface ExpectedPresence {
  readonly kind: 'presence';
  readonly of: Subject;
  readonly present: boolean;
  readonly name?: string;
}
/**
 * It never falls.
 */
export interface ExpectedProgress {
  readonly kind: 'progress';
}
/**
 * How many of so many requests at once are to succeed.
 */
export interface ExpectedWinners {
  readonly kind: 'winners';
  readonly winners: number;
  readonly of: number;
}
/**
 * The pages of a list come to an end.
 */
export interface ExpectedEnd {
  readonly kind: 'list';
  readonly operation: string;
}
/**
 * Well-formed XML.
 */
export interface ExpectedXml {
  readonly kind: 'xml';
}
export interface ExpectedHeader {
  readonly kind: 'header';
  readonly name: string;
  readonly value: string;
}
/**
 * Elements, one in the other, with what stands in the last and beside the second.
 */
export interface ExpectedEnvelope {
  readonly kind: 'envelope';
  readonly status?: number;
  readonly path: readonly string[];
  /**
   * Elements inside the last of the path.
   */
  readonly inside: readonly string[];
  /**
   * Elements beside the first of the path's inner ones.
   */
  readonly beside: readonly string[];
}
export interface ExpectedHttpStatus {
  readonly kind: 'http-status';
  readonly status: number;
  readonly code: string;
}
export interface ExpectedCode {
  readonly kind: 'code';
  readonly code: string;
}
export interface ExpectedFaultType {
  readonly kind: 'fault-type';
  readonly type: string;
  readonly code: string;
}
/**
 * One in the body, the same in the header x-amzn-RequestId.
 */
export interface ExpectedRequestId {
  readonly kind: 'request-id';
}
export interface ExpectedNamespace {
  readonly kind: 'namespace';
  readonly uri: string;
}
/**
 * No elements that are so.
 */
export interface ExpectedElements {
  readonly kind: 'elements';
  readonly problem: 'empty' | 'unknown' | 'mistyped' | 'mislisted';
}
/**
 * The SDK reads an output like the answer.
 */
export interface ExpectedSdkOutput {
  readonly kind: 'sdk-output';
}
export interface ExpectedSdkException {
  readonly kind: 'sdk-exception';
  readonly name: string;
}
export interface ActualCopy {
  readonly kind: 'copy';
}
export interface ActualRejection {
  readonly kind: 'rejection';
  readonly code: string;
  readonly status?: number;
}
export interface ActualUnintelligible {
  readonly kind: 'unintelligible';
  readonly status?: number;
  readonly reason: string;
}
export interface ActualMembers {
  readonly kind: 'members';
  readonly of: Subject;
  readonly members: {
    readonly [k: string]: MemberText;
  };
}
export interface ActualTags {
  readonly kind: 'tags';
  readonly of: Subject;
  readonly tags: readonly TagText[];
}
export interface ActualPresence {
  readonly kind: 'presence';
  readonly of: Subject;
  readonly present: boolean;
  readonly name?: string;
}
export interface ActualProgress {
  readonly kind: 'progress';
  readonly from: number;
  readonly to: number;
}
export interface ActualWinners {
  readonly kind: 'winners';
  readonly winners: number;
  readonly of: number;
}
export interface ActualList {
  readonly kind: 'list';
  readonly problem: string;
}
export interface ActualHeader {
  readonly kind: 'header';
  readonly name: string;
  readonly value: string | null;
}
export interface ActualEnvelope {
  readonly kind: 'envelope';
  readonly status?: number;
  readonly root: ElementOutline;
}
/**
 * An element of an answer, two levels deep.
 */
export interface ElementOutline {
  readonly name: string;
  readonly text?: string;
  readonly children?: readonly ChildOutline[];
}
export interface ChildOutline {
  readonly name: string;
  /**
   * Names.
   */
  readonly children?: readonly string[];
}
export interface ActualHttpStatus {
  readonly kind: 'http-status';
  readonly status: number;
}
export interface ActualCode {
  readonly kind: 'code';
  readonly code: string;
}
export interface ActualFaultType {
  readonly kind: 'fault-type';
  readonly type: string;
}
export interface ActualRequestId {
  readonly kind: 'request-id';
  readonly body: boolean;
  readonly header: 'absent' | 'same' | 'another';
}
export interface ActualNamespace {
  readonly kind: 'namespace';
  readonly uri: string | null;
}
export interface ActualElements {
  readonly kind: 'elements';
  readonly problem: 'empty' | 'unknown' | 'mistyped' | 'mislisted';
  readonly elements: readonly ElementOutline[];
}
export interface ActualSdkOutput {
  readonly kind: 'sdk-output';
  /**
   * Members that it reads otherwise than they were answered.
   */
  readonly different: readonly string[];
}
export interface ActualSdkException {
  readonly kind: 'sdk-exception';
  readonly name: string;
}
export interface ActualSdkNothing {
  readonly kind: 'sdk-nothing';
  readonly reason: string;
}
/**
 * Whether `verify` could measure anything at an endpoint, and what.
 */
export interface DoctorReport {
  /**
   * Version of this format.
   */
  readonly format: 1;
  readonly tool: {
    readonly name: string;
    readonly version: string;
  };
  /**
   * SHA-256 of the contract.
   */
  readonly specHash: string;
  /**
   * What was looked at.
   */
  readonly endpoint: string;
  readonly contact: DoctorContact;
  /**
   * Variables of the environment that name a proxy for this endpoint, which is not used.
   */
  readonly proxies: readonly string[];
  /**
   * What was found out of who answers; absent where nobody did.
   */
  readonly target?: {
    readonly name: string;
    readonly account: string;
    readonly region: string;
  };
  /**
   * The way in which a cluster could be had; absent where none could.
   */
  readonly clusters?: string;
  readonly copy?: DoctorCopy;
  readonly operations: readonly DoctorOperation[];
  readonly capabilities: readonly DoctorCapability[];
  /**
   * How many rules of the contract can be measured, as far as capabilities tell; absent where no plain copy was answered.
   */
  readonly rules?: {
    readonly measurable: number;
    readonly of: number;
  };
  readonly run: {
    readonly id: string;
    readonly startedAt: string;
    readonly milliseconds: number;
    /**
     * HTTP requests that were sent.
     */
    readonly requests?: number;
    /**
     * Why it ended before all was looked at.
     */
    readonly stopped?: string;
  };
  /**
   * What could not be removed.
   */
  readonly leftBehind: readonly string[];
  /**
   * 0: something can be measured. 1: the operation is not there, or a plain copy fails. 2: it could not be told.
   */
  readonly exitCode: 0 | 1 | 2;
}
/**
 * What answered to the first call, DescribeDBClusterSnapshots.
 */
export interface DoctorContact {
  readonly kind: DoctorContactKind;
  /**
   * What came, in the words of the target or of this machine; absent of a list of snapshots.
   */
  readonly detail?: string;
  /**
   * HTTP status, where there was one.
   */
  readonly status?: number;
  /**
   * What the answer says that it is.
   */
  readonly contentType?: string;
}
/**
 * What came of a copy with nothing special about it; absent where nobody answered.
 */
export interface DoctorCopy {
  readonly status: DoctorCopyStatus;
  /**
   * The target's own words, or why it is not known.
   */
  readonly detail?: string;
  /**
   * The deviation that `verify` tells of it.
   */
  readonly deviation?: {
    readonly rule: string;
    readonly fingerprint: string;
    readonly expected: Expected;
    readonly actual: Actual;
  };
}
export interface DoctorOperation {
  readonly service: 'neptune' | 'kms';
  readonly name: string;
  readonly status: DoctorOperationStatus;
  /**
   * The target's own words, where it is not there.
   */
  readonly detail?: string;
}
export interface DoctorCapability {
  readonly name: string;
  readonly available: boolean;
  /**
   * The target's own words, or how it is done.
   */
  readonly detail: string;
  /**
   * How many rules of the contract cannot be measured without it; absent where it is there, or is nothing that rules need.
   */
  readonly costs?: number;
}
/**
 * Differences between the contract and the AWS SDK that are known and meant. An entry that matches no difference fails the run.
 */
export interface AllowedDrift {
  readonly entries: readonly AllowedDifference[];
}
export interface AllowedDifference {
  /**
   * What differs, as the report names it: input.readonly Tags[].Key, faults.KMSKeyNotAccessibleFault.
   */
  readonly path: string;
  readonly kind: DriftKind;
  /**
   * What the SDK says, as the report shows it. Needed wherever the kind alone does not tell, so that another change there is not allowed by this entry.
   */
  readonly sdk?: string;
  /**
   * Why the contract differs from the SDK.
   */
  readonly reason: string;
  /**
   * Where more is said.
   */
  readonly link?: string;
}
/**
 * How the AWS SDK's runtime schemas of the operation differ from the contract.
 */
export interface DriftReport {
  /**
   * Version of this package.
   */
  readonly version: string;
  /**
   * SHA-256 of the contract.
   */
  readonly specHash: string;
  readonly sdk: {
    readonly name: string;
    readonly version: string;
  };
  readonly verdict: DriftVerdict;
  readonly differences: readonly DriftDifference[];
  /**
   * Entries of allow-lists that match no difference.
   */
  readonly stale: readonly StaleAllowance[];
  readonly exitCode: 0 | 1 | 3;
}
export interface DriftDifference {
  /**
   * What differs.
   */
  readonly path: string;
  readonly kind: DriftKind;
  readonly change: DriftChange;
  /**
   * What the contract says; absent if it says nothing.
   */
  readonly contract?: string;
  /**
   * What the SDK says; absent if it says nothing.
   */
  readonly sdk?: string;
  /**
   * Reason of the entry that allows it; absent if none does.
   */
  readonly allowed?: string;
}
export interface StaleAllowance {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly kind: DriftKind;
  readonly message: string;
}
/**
 * One deviation in a file of its own: all that is needed to see it again, without a generator. `replay` reads it.
 */
export interface Failure {
  /**
   * Version of this format.
   */
  readonly format: 2;
  readonly tool: ToolInfo;
  /**
   * SHA-256 of the contract's data that judged.
   */
  readonly specHash: string;
  readonly runtime: Runtime;
  readonly target: FailureTarget;
  readonly seed: number;
  readonly rule: string;
  /**
   * The rule in one sentence.
   */
  readonly statement: string;
  readonly aspect: 'behaviour' | 'fault';
  readonly level: 'observed' | 'documented' | 'sibling' | 'inferred' | 'contradicted' | 'unspecified';
  readonly gating: boolean;
  readonly expected: Expected;
  readonly actual: Actual;
  /**
   * What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly fingerprint: string;
  /**
   * Other deviations that the same call showed. They are no news when it is replayed.
   *
   * Items: What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly beside?: readonly string[];
  /**
   * Cases that showed it.
   */
  readonly cases: readonly string[];
  readonly replay: FailureReplay;
  readonly verdict?: VerdictInfo;
  /**
   * What went over the wire.
   */
  readonly transcript: readonly RawExchange[];
  readonly sdk: SdkAnswer;
  readonly reproduction: FailureScripts;
}
export interface ToolInfo {
  readonly name: string;
  readonly version: string;
}
export interface Runtime {
  readonly node: string;
  /**
   * Version of @aws-sdk/client-neptune.
   */
  readonly sdk: string;
}
/**
 * Where it was seen.
 */
export interface FailureTarget {
  readonly name: string;
  readonly endpoint?: string;
  readonly version?: string;
  /**
   * The called Region.
   */
  readonly region: string;
}
/**
 * A directed case: a world, a caller and a request, all with abstract names.
 */
export interface CaseReplay {
  readonly kind: 'case';
  /**
   * The rule that the case puts to the test.
   */
  readonly rule: string;
  readonly given: WorldDocument;
  readonly caller: CallPlace;
  readonly request: RequestTemplate;
  readonly wire?: WireEdits;
  readonly http?: HttpEdits;
}
/**
 * The state of some accounts, written down: what a directed case needs to find, or what `serve --world` starts from. Names are the keys of `keys` and `snapshots`.
 */
export interface WorldDocument {
  /**
   * KMS keys by name.
   */
  readonly keys?: {
    readonly [k: string]: KeyDocument;
  };
  /**
   * DB cluster snapshots by name.
   */
  readonly snapshots?: {
    readonly [k: string]: SnapshotDocument;
  };
  /**
   * Quotas of an account in a Region, and how far they are used up.
   */
  readonly places?: readonly PlaceDocument[];
}
export interface KeyDocument {
  readonly account?: AccountName;
  readonly region?: RegionName;
  readonly state?: 'Enabled' | 'Disabled' | 'PendingDeletion';
  /**
   * SYMMETRIC_DEFAULT unless told otherwise.
   */
  readonly spec?: 'SYMMETRIC_DEFAULT' | 'RSA_2048' | 'HMAC_256';
  /**
   * Other accounts that the key's policy lets in.
   */
  readonly usableBy?: readonly AccountName[];
  /**
   * Regions with a replica; makes it a multi-Region key.
   */
  readonly replicas?: readonly RegionName[];
  /**
   * Whether it has an alias, `alias/NAME`; or what stands for NAME there, which may have slashes.
   */
  readonly alias?: boolean | string;
  /**
   * Key id; made up unless told.
   */
  readonly id?: string;
}
export interface SnapshotDocument {
  readonly account?: AccountName;
  readonly region?: RegionName;
  /**
   * Name in AWS, if not the key of this entry.
   */
  readonly identifier?: string;
  /**
   * What stands before its name in AWS, where it matters how that begins.
   */
  readonly prefix?: string;
  readonly type?: 'manual' | 'automated';
  readonly status?: 'available' | 'creating' | 'copying' | 'deleting' | 'failed';
  /**
   * Name of a key above, or `default` for the AWS managed key of the place.
   */
  readonly encryptedWith?: string;
  readonly tags?: readonly WorldTag[];
  /**
   * Accounts that may copy it, or `all`; of a manual snapshot only.
   */
  readonly sharedWith?: readonly (AccountName | 'all')[];
  /**
   * Name of the snapshot above that it was copied from.
   */
  readonly copyOf?: string;
  readonly cluster?: ClusterDocument;
  readonly describes?: DBClusterSnapshot;
}
/**
 * A tag as it stands on a resource; AWS itself puts tags with reserved keys there.
 */
export interface WorldTag {
  readonly Key: string;
  readonly Value?: string;
}
/**
 * The cluster it was taken from; one is made up unless told.
 */
export interface ClusterDocument {
  /**
   * Whether it has been deleted since.
   */
  readonly deleted?: boolean;
  readonly copyTagsToSnapshot?: boolean;
  readonly tags?: readonly WorldTag[];
  /**
   * Letters of its Availability Zones; `a`, `b` and `c` of its Region unless told.
   */
  readonly zones?: readonly string[];
}
export interface PlaceDocument {
  readonly account?: AccountName;
  readonly region?: RegionName;
  readonly manualSnapshotQuota?: number;
  readonly crossRegionCopyQuota?: number;
  /**
   * How many manual snapshots still fit; the rest is filled up.
   */
  readonly manualSnapshotsLeft?: number;
  /**
   * How many copies from another Region are in progress.
   */
  readonly copiesInProgress?: number;
}
/**
 * Calls that show it, and where they come from.
 */
export interface SequenceReplay {
  readonly kind: 'sequence';
  readonly calls: CallSequence;
  /**
   * Index among the sequences that the seed gives, or the id of a directed one.
   */
  readonly path: string;
  /**
   * Which calls of that sequence are kept.
   */
  readonly replayPath: string;
}
/**
 * What the rules say of the call.
 */
export interface VerdictInfo {
  readonly broken: readonly string[];
  readonly unspecified: readonly string[];
  readonly expected: Expected;
}
/**
 * The raw HTTP exchange.
 */
export interface RawExchange {
  readonly request: string;
  readonly response: string;
}
export interface SdkOutput {
  readonly kind: 'output';
  readonly snapshot?: {};
}
export interface SdkException {
  readonly kind: 'exception';
  readonly name: string;
  readonly message: string;
  readonly status?: number;
}
export interface SdkNoAnswer {
  readonly kind: 'no-answer';
  readonly reason: string;
}
export interface SdkNotSent {
  readonly kind: 'not-sent';
  readonly reason: string;
}
/**
 * Scripts to paste.
 */
export interface FailureScripts {
  readonly [k: string]: string;
}
/**
 * Every fault the contract speaks of: its shape in the service model, its code on the wire, its HTTP status.
 */
export interface FaultCatalogue {
  readonly faults: readonly FaultEntry[];
}
export interface FaultEntry {
  /**
   * Name of the shape; for a common error, the code itself.
   */
  readonly shape: string;
  /**
   * Value of <Code> on the wire.
   */
  readonly code: string;
  /**
   * Other spellings of the code that AWS documents for the same error.
   */
  readonly otherCodes?: readonly string[];
  /**
   * HTTP status.
   */
  readonly status: number;
  /**
   * Value of <Type> on the wire.
   */
  readonly type: 'Sender' | 'Receiver';
  /**
   * Whether the operation declares it.
   */
  readonly declared: boolean;
  /**
   * Set where it may answer any request, whatever it says, so that it is no verdict: the service is busy, nothing can be done with the caller's session, or the caller may not do it.
   */
  readonly regardless?: 'busy' | 'session' | 'permission';
  /**
   * What is peculiar about it.
   */
  readonly note?: string;
  readonly claims?: FaultClaims;
}
/**
 * The rule that a target claims to be broken when it answers with this fault, where one rule stands for it.
 */
export interface FaultClaims {
  readonly rule: string;
  /**
   * The same for a request that names a key.
   */
  readonly withKey?: string;
}
/**
 * What an AWS account has that `live` may copy from and encrypt with: it makes no cluster, no snapshot but copies, and no key. Names are the keys of `snapshots` and `keys`. Credentials never stand here: profiles of the AWS configuration are named, or the SDK finds them by itself.
 */
export interface LiveDocument {
  readonly accounts: LiveAccounts;
  readonly regions: LiveRegions;
  /**
   * DB cluster snapshots that may be copied, by name. They are never changed.
   */
  readonly snapshots?: {
    readonly [k: string]: LiveSnapshot;
  };
  /**
   * KMS keys that copies may be encrypted with, and those that AWS should refuse, by name.
   */
  readonly keys?: {
    readonly [k: string]: LiveKey;
  };
  readonly assume?: LiveAssumptions;
}
/**
 * Who calls, and another account where there is one.
 */
export interface LiveAccounts {
  readonly self: LiveAccount;
  readonly other?: LiveAccount;
}
export interface LiveAccount {
  /**
   * Twelve digits, in quotes.
   */
  readonly id: string;
  /**
   * Profile of the AWS configuration; whatever the SDK finds by itself unless given.
   */
  readonly profile?: string;
}
/**
 * The Region that is called, and another one where there is one.
 */
export interface LiveRegions {
  readonly here: LiveRegion;
  readonly elsewhere?: LiveRegion;
}
/**
 * A snapshot as the account has it. What is told is looked at before anything is copied.
 */
export interface LiveSnapshot {
  /**
   * Its name in AWS.
   */
  readonly identifier: string;
  readonly account?: LiveAccountRole;
  readonly region?: LiveRegionRole;
  /**
   * `manual` unless given.
   */
  readonly type?: 'manual' | 'automated';
  /**
   * Name of a key below, or `default` for the AWS managed key; not encrypted unless given.
   */
  readonly encryptedWith?: string;
  /**
   * All of its tags; none unless given.
   */
  readonly tags?: readonly WorldTag[];
  /**
   * With whom it is shared, if with anybody.
   */
  readonly sharedWith?: readonly ('self' | 'other' | 'all')[];
}
/**
 * A KMS key as the account has it. What is told is looked at before anything is copied.
 */
export interface LiveKey {
  /**
   * Its key id, which is no ARN.
   */
  readonly id: string;
  readonly account?: LiveAccountRole;
  readonly region?: LiveRegionRole;
  /**
   * `Enabled` unless given.
   */
  readonly state?: 'Enabled' | 'Disabled' | 'PendingDeletion';
  /**
   * `SYMMETRIC_DEFAULT` unless given.
   */
  readonly spec?: 'SYMMETRIC_DEFAULT' | 'RSA_2048' | 'HMAC_256';
  /**
   * An alias of it, with its `alias/`.
   */
  readonly alias?: string;
  /**
   * Other accounts that its policy lets in; not looked at, because policies are not read.
   */
  readonly usableBy?: readonly ('self' | 'other')[];
  /**
   * Regions with a replica of it.
   */
  readonly replicas?: readonly LiveRegionRole[];
}
/**
 * What the plan reckons with, where it is not as it usually is.
 */
export interface LiveAssumptions {
  /**
   * Most that a snapshot holds, in GiB; 10 unless given.
   */
  readonly gibPerSnapshot?: number;
  /**
   * Price of a GiB of snapshots for a month of 730 hours, in USD; 0.03 unless given.
   */
  readonly usdPerGibMonth?: number;
  /**
   * Price of a GiB that goes to another Region, in USD; 0.15 unless given.
   */
  readonly usdPerGibTransfer?: number;
  /**
   * Longest that a copy is under way, in minutes; 30 unless given.
   */
  readonly minutesPerCopy?: number;
}
/**
 * A request and who is to make it.
 */
export interface PlannedCopyDocument {
  /**
   * What reports call it.
   */
  readonly name?: string;
  readonly caller?: PlannedCaller;
  readonly request: CopyDBClusterSnapshotMessage;
}
/**
 * Who calls, and the Region that is called; the flags --account and --region where left out.
 */
export interface PlannedCaller {
  /**
   * Twelve digits, in quotes.
   */
  readonly account?: string;
  /**
   * A Region such as us-east-1.
   */
  readonly region?: string;
}
/**
 * Several copies, and who makes those that do not say.
 */
export interface PlannedCopies {
  readonly caller?: PlannedCaller;
  readonly copies: readonly PlanItem[];
}
/**
 * A rule of an organisation about planned copies. `when` and `require` are JSON Schemas (2020-12) over the decision context, spec/decision-context.schema.json; `matchConditions` and `validations` are expressions of CEL over the same, which can relate its members. A file may have several, as documents of YAML.
 */
export interface PolicyDocument {
  /**
   * Name of the policy, unique among those that are checked together; findings call it policy/ID.
   */
  readonly id: string;
  /**
   * What a finding says.
   */
  readonly message: string;
  /**
   * Why there is this policy, and what to do.
   */
  readonly description?: string;
  /**
   * Where more is said.
   */
  readonly url?: string;
  /**
   * Who answers for it.
   */
  readonly owner?: string;
  /**
   * error unless told otherwise.
   */
  readonly severity?: 'error' | 'warning' | 'note';
  readonly when?: EmbeddedSchema;
  readonly require?: EmbeddedSchema;
  /**
   * Expressions, all of which are true of the copies that it applies to. One that cannot be evaluated is taken for true.
   */
  readonly matchConditions?: readonly MatchCondition[];
  /**
   * Expressions, all of which are true of copies that keep it. One that cannot be evaluated is broken.
   */
  readonly validations?: readonly Validation[];
  /**
   * Copies that may break it for a while. One that has expired, or excuses nothing, is a warning.
   */
  readonly exceptions?: readonly PolicyException[];
  readonly tests?: PolicyTests;
}
/**
 * A JSON Schema.
 */
export interface EmbeddedSchema {
  readonly [k: string]: unknown;
}
export interface MatchCondition {
  /**
   * For readers.
   */
  readonly name?: string;
  readonly expression: Expression;
}
export interface Validation {
  readonly expression: Expression;
  /**
   * What a finding adds where it is false; the expression unless told.
   */
  readonly message?: string;
}
export interface PolicyException {
  readonly reason: string;
  readonly owner?: string;
  /**
   * Last day on which it applies.
   */
  readonly expires: string;
  readonly when: EmbeddedSchema;
}
/**
 * Examples, which `check --test-policies` holds against it. Exceptions do not count for them.
 */
export interface PolicyTests {
  readonly allowed: readonly PolicyTest[];
  readonly denied: readonly PolicyTest[];
}
/**
 * A planned copy, and the world it is to be copied in; without one, no more is known than the request tells.
 */
export interface PolicyTest {
  readonly name: string;
  readonly caller?: PlannedCaller;
  /**
   * As in a plan.
   */
  readonly request: {
    readonly [k: string]: unknown;
  };
  readonly world?: WorldDocument;
  /**
   * When it is looked at.
   */
  readonly now?: string;
  /**
   * Copies that are planned besides.
   */
  readonly others?: readonly OtherCopy[];
}
export interface OtherCopy {
  readonly caller?: PlannedCaller;
  readonly request: {
    readonly [k: string]: unknown;
  };
}
export interface RecordedCase {
  readonly kind: 'case';
  /**
   * The case, its control case, or a pair of rules, as it was called then.
   */
  readonly label: string;
  readonly situation: RecordedSituation;
  /**
   * Whether the copy was followed until it was done.
   */
  readonly follow: boolean;
  readonly names: RecordedNames;
  readonly found?: RecordedFound;
  readonly tape: Tape;
}
/**
 * A world, a caller and a request, with abstract names: by it, a case of today's contract finds its recording.
 */
export interface RecordedSituation {
  readonly given: WorldDocument;
  readonly caller: {};
  readonly request: {};
  readonly wire: {};
  readonly http?: {};
}
export interface RecordedNames {
  /**
   * What the names of its world begin with.
   */
  readonly prefix: string;
  /**
   * The name that the copy was to have.
   */
  readonly copy: string;
}
/**
 * What the target made up for its world: ids of keys, and snapshots as it described them.
 */
export interface RecordedFound {
  readonly keys?: {
    readonly [k: string]: string;
  };
  readonly snapshots?: {};
  /**
   * Aliases of keys, where the target did not make them.
   */
  readonly aliases?: {
    readonly [k: string]: string;
  };
  /**
   * Tags of snapshots, where the target did not make them.
   */
  readonly tags?: {};
}
export interface TapeEntry {
  /**
   * Which member of a target, or of its tools, was called.
   */
  readonly call: string;
  /**
   * What it was called with.
   */
  readonly with: {
    readonly [k: string]: unknown;
  };
  /**
   * Milliseconds from the beginning of the run until it was called.
   */
  readonly at: number;
  /**
   * What it resolved to; absent where that was nothing. A time is an object with the member $time.
   */
  readonly answer?: {
    readonly [k: string]: unknown;
  };
  readonly stopped?: TapeStopped;
}
/**
 * Why staging could not go on, where it was that.
 */
export interface TapeStopped {
  readonly kind: 'impossible' | 'failed';
  readonly reason: string;
}
export interface RecordedUnmeasured {
  readonly kind: 'unmeasured';
  readonly label: string;
  readonly situation: RecordedSituation;
  readonly follow: boolean;
  readonly status: 'inconclusive' | 'error';
  /**
   * Why, in the target's own words where it is up to it.
   */
  readonly reason: string;
}
export interface RecordedSequence {
  readonly kind: 'sequence';
  readonly calls: readonly Call[];
  /**
   * Whether all places were looked at after every call.
   */
  readonly closely: boolean;
  /**
   * What its names begin with.
   */
  readonly prefix: string;
  readonly tape: Tape;
}
/**
 * `recording.json` of a recording: what was recorded, and the files that belong to it. `verify --record` writes it, `verify --recording` judges it.
 */
export interface RecordingIndex {
  /**
   * Version of this format.
   */
  readonly format: 1;
  readonly tool: RecordingTool;
  /**
   * SHA-256 of the contract's data that the run was made with. A later contract judges it as well.
   */
  readonly specHash: string;
  readonly runtime: RecordingRuntime;
  readonly target: RecordingTarget;
  readonly run: RecordingRun;
  readonly search?: RecordingSearch;
  /**
   * Whether the run came to its end. Until then nothing tells which files belong to it.
   */
  readonly complete: boolean;
  readonly files: RecordingFiles;
}
export interface RecordingTool {
  readonly name: 'neptune-copy-contract';
  readonly version: string;
}
export interface RecordingRuntime {
  readonly node: string;
  /**
   * Version of @aws-sdk/client-neptune.
   */
  readonly sdk: string;
}
/**
 * Who answered. Accounts and ids are placeholders.
 */
export interface RecordingTarget {
  readonly name: string;
  /**
   * The URL, with a placeholder for its host.
   */
  readonly endpoint?: string;
  readonly version?: string;
  readonly accounts: RoleAccounts;
  readonly regions: RoleRegions;
  readonly capabilities: readonly CapabilityInfo[];
  /**
   * Set where AWS itself answered, which makes it evidence of what AWS does.
   */
  readonly aws?: true;
}
export interface RoleAccounts {
  readonly self: string;
  readonly other: string;
}
export interface RoleRegions {
  readonly here: string;
  readonly elsewhere: string;
}
export interface CapabilityInfo {
  readonly name: string;
  readonly available: boolean;
  /**
   * The target's own answer, or how it is done.
   */
  readonly detail: string;
  /**
   * Set when no answer came at all, so that the target has not said that it cannot.
   */
  readonly silent?: true;
}
export interface RecordingRun {
  /**
   * Part of every name that the run made up.
   */
  readonly id: string;
  /**
   * The day of the run. Times within are told as if it had begun at 2000-01-01T00:00:00Z.
   */
  readonly date: string;
  readonly milliseconds?: number;
  readonly requests?: number;
  readonly stopped?: Stopped;
  /**
   * Whose account it was, as a keyed hash: two recordings of one person can be told to be of one account, and nobody can tell of which.
   */
  readonly origin?: string;
}
/**
 * Why the run ended before everything was done; absent when all was.
 */
export interface Stopped {
  readonly kind: 'deadline' | 'interrupted' | 'silence' | 'bail';
  readonly reason: string;
}
/**
 * What sequences were made up from.
 */
export interface RecordingSearch {
  readonly seed: number;
  readonly runs: number;
  readonly maxCalls: number;
}
/**
 * SHA-256 of each file, by its path in the recording.
 */
export interface RecordingFiles {
  readonly [k: string]: string;
}
/**
 * What a run found out about a target. Every other form of the report is made from this one.
 */
export interface Report {
  /**
   * Version of this format.
   */
  readonly format: 2;
  readonly tool: ToolInfo1;
  /**
   * SHA-256 of the contract's data.
   */
  readonly specHash: string;
  readonly target: TargetInfo;
  readonly run: RunInfo;
  readonly seed: number;
  /**
   * Weakest knowledge that fails the run.
   */
  readonly gate: 'observed' | 'documented' | 'sibling' | 'inferred';
  /**
   * The requirement set that the run was held to: what it does not ask for is new. All that is known unless there is one.
   */
  readonly requirements?: string;
  readonly demands?: Demands;
  readonly summary: ReportSummary;
  readonly rules: readonly RuleResult[];
  readonly findings: readonly Finding[];
  readonly precedence?: Precedence;
  readonly coverage?: Coverage;
  /**
   * What the target does where the documentation is silent.
   */
  readonly unspecified: readonly UnspecifiedAnswer[];
  readonly baseline?: BaselineInfo;
  /**
   * What could not be removed from the target.
   */
  readonly leftBehind: readonly string[];
  readonly shard?: Shard;
  readonly raw?: Raw;
  readonly search?: SearchInfo;
}
export interface ToolInfo1 {
  readonly name: string;
  readonly version: string;
}
export interface TargetInfo {
  readonly name: string;
  readonly endpoint?: string;
  readonly version?: string;
  readonly accounts: RoleAccounts1;
  readonly regions: RoleRegions1;
  readonly capabilities: readonly CapabilityInfo1[];
}
export interface RoleAccounts1 {
  readonly self: string;
  readonly other: string;
}
export interface RoleRegions1 {
  readonly here: string;
  readonly elsewhere: string;
}
export interface CapabilityInfo1 {
  readonly name: string;
  readonly available: boolean;
  /**
   * The target's own answer, or how it is done.
   */
  readonly detail: string;
  /**
   * Set when no answer came at all, so that the target has not said that it cannot.
   */
  readonly silent?: true;
}
/**
 * What differs from run to run even when nothing else does.
 */
export interface RunInfo {
  /**
   * Part of every name that the run made up.
   */
  readonly id: string;
  readonly startedAt: string;
  readonly milliseconds: number;
  /**
   * CopyDBClusterSnapshot calls that were judged.
   */
  readonly calls: number;
  /**
   * HTTP requests that the run sent in all: to Neptune, KMS and STS, to stage worlds, to judge, to observe and to clean up, each further attempt included. Absent where they are not counted.
   */
  readonly requests?: number;
  readonly stopped?: Stopped1;
  /**
   * Answers that were larger than what is read of one (4 MiB, or 60,000 elements), and so count as none; absent when there were none.
   */
  readonly tooLarge?: number;
  readonly copies?: PlainCopies;
}
/**
 * Why the run ended before everything was done; absent when all was.
 */
export interface Stopped1 {
  readonly kind: 'deadline' | 'interrupted' | 'silence' | 'bail';
  readonly reason: string;
}
/**
 * Calls whose copy the target had to accept, but for those that need what it lacks: how many were asked for, and how many were accepted.
 */
export interface PlainCopies {
  readonly asked: number;
  readonly accepted: number;
}
/**
 * What the run has to have measured to be called conforming.
 */
export interface Demands {
  readonly minMeasured: MinMeasured;
  /**
   * What was left out on purpose.
   */
  readonly without: readonly string[];
  /**
   * Whether the rules were asked for by name, so that each of them must be measured.
   */
  readonly named: boolean;
  /**
   * Rules that were not judged on purpose: none of their cases was run, and what deviates from them in other cases is not told. Absent when there were none.
   */
  readonly excluded?: readonly string[];
}
/**
 * How many of the gating rules that nothing excuses must be measured: a number of rules, or a share from 0 to 1.
 */
export interface MinMeasured {
  readonly unit: 'rules' | 'share';
  readonly value: number;
}
export interface ReportSummary {
  readonly rules: StatusCounts;
  readonly cases: StatusCounts;
  /**
   * Findings that fail the run.
   */
  readonly deviations: number;
  /**
   * Findings that are in the baseline.
   */
  readonly known: number;
  /**
   * Findings that would fail the run, but that the requirement set does not ask for; absent where there is none.
   */
  readonly new?: number;
  /**
   * Findings below the gate that are neither in the baseline nor new.
   */
  readonly reported: number;
  /**
   * 0 conforms, 1 deviations or a baseline that does not hold, 2 could not be judged.
   */
  readonly exitCode: 0 | 1 | 2;
  readonly measured?: MeasuredRules;
  readonly threshold?: Threshold;
  /**
   * Rules of which nothing was measured, by what stood in the way.
   */
  readonly inconclusiveRules?: readonly InconclusiveRules[];
  readonly cause?: Cause;
}
export interface StatusCounts {
  readonly pass: number;
  readonly fail: number;
  readonly known: number;
  /**
   * Absent where there is none.
   */
  readonly new?: number;
  readonly inconclusive: number;
  readonly error: number;
}
/**
 * Rules of which something was measured, of all in this report.
 */
export interface MeasuredRules {
  readonly rules: number;
  readonly of: number;
}
/**
 * The gating rules that count, which are those that were tried and that nothing excuses: how many were measured, of how many, and how many are needed.
 */
export interface Threshold {
  readonly measured: number;
  readonly of: number;
  readonly needed: number;
}
export interface InconclusiveRules {
  /**
   * capability: probing showed that the target lacks it; asked: it was left out on purpose; reason: anything else; untried: no case of it was run.
   */
  readonly kind: 'capability' | 'asked' | 'reason' | 'untried';
  /**
   * The capability, the name with which it was left out, or the reason.
   */
  readonly what: string;
  readonly rules: readonly string[];
}
/**
 * Why it cannot be said that the target conforms, had it no deviations; absent where that can be said.
 */
export interface Cause {
  /**
   * In one line, without names of this run.
   */
  readonly reason: string;
  /**
   * How many cases give that reason, where cases give it.
   */
  readonly cases?: number;
}
export interface RuleResult {
  readonly id: string;
  readonly kind: 'precondition' | 'postcondition' | 'wire';
  readonly statement: string;
  readonly status: Status;
  /**
   * Whether a deviation from the behaviour fails this run.
   */
  readonly gating: boolean;
  /**
   * How the behaviour stands: how well it is known, or that it is contradicted or never specified. Absent in reports of older versions.
   */
  readonly level?: 'observed' | 'documented' | 'sibling' | 'inferred' | 'contradicted' | 'unspecified';
  /**
   * It would fail the run, but the requirement set does not ask for it.
   */
  readonly new?: true;
  readonly provenance: readonly ProvenanceInfo[];
  /**
   * Who says otherwise.
   */
  readonly contradictedBy?: readonly ContradictionInfo[];
  readonly checks: CheckCounts;
  readonly cases: readonly CaseResult[];
}
export interface ProvenanceInfo {
  readonly of: 'behaviour' | 'fault';
  readonly level: 'observed' | 'documented' | 'sibling' | 'inferred';
  /**
   * The operation and service that it speaks of, and what the source does, as in `CopyDBSnapshot of RDS, observed`.
   */
  readonly sibling?: string;
  /**
   * Title, section, address and date.
   */
  readonly source: string;
}
export interface ContradictionInfo {
  readonly of: 'behaviour' | 'fault';
  readonly level: 'observed' | 'documented' | 'sibling' | 'inferred';
  /**
   * The operation and service that it speaks of, and what the source does, as in `CopyDBSnapshot of RDS, observed`.
   */
  readonly sibling?: string;
  /**
   * Title, section, address and date.
   */
  readonly source: string;
  /**
   * What it says instead.
   */
  readonly says: string;
  /**
   * Why it leaves the claim as it stands, if it does.
   */
  readonly setAside?: string;
}
/**
 * How often the rule was looked at, in whichever case.
 */
export interface CheckCounts {
  readonly passed: number;
  readonly failed: number;
}
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /**
   * Why it is inconclusive or an error.
   */
  readonly reason?: string;
  /**
   * How long its own call took, with what is looked at afterwards and the removal of the copy; neither the staging of its world, which cases share, nor its control case. Cases that are one call have the same. Absent where no call was made, and in reports of older versions.
   */
  readonly milliseconds?: number;
  /**
   * Fingerprints of the findings that it fails by.
   *
   * Items: What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly findings?: readonly string[];
  readonly excuse?: Excuse;
}
/**
 * What excuses that it is inconclusive: a capability that probing showed to be absent, or the name with which it was left out.
 */
export interface Excuse {
  readonly kind: 'capability' | 'asked';
  readonly name: string;
}
/**
 * A deviation, with the evidence of the first case that showed it.
 */
export interface Finding {
  readonly rule: string;
  /**
   * The rule in one sentence.
   */
  readonly statement: string;
  /**
   * What is known of what is violated.
   */
  readonly provenance: readonly ProvenanceInfo[];
  /**
   * Who says otherwise.
   */
  readonly contradictedBy?: readonly ContradictionInfo[];
  /**
   * What is violated: the behaviour, or only which fault answers it.
   */
  readonly aspect: 'behaviour' | 'fault';
  /**
   * How the claim stands that is violated: how well it is known, or that it is contradicted or never specified.
   */
  readonly level: 'observed' | 'documented' | 'sibling' | 'inferred' | 'contradicted' | 'unspecified';
  readonly gating: boolean;
  /**
   * It would fail the run, but the requirement set does not ask for it.
   */
  readonly new?: true;
  /**
   * The member that it is about, if it is one.
   */
  readonly member?: string;
  readonly expected: Expected;
  readonly actual: Actual;
  /**
   * What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly fingerprint: string;
  /**
   * Fingerprints of the other deviations that the same call showed.
   *
   * Items: What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly beside?: readonly string[];
  readonly known?: KnownDeviation;
  /**
   * What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly cause?: string;
  /**
   * What the calls have in common in which this is seen, and whatever it explains, as in `a source named by its ARN`.
   */
  readonly where?: string;
  /**
   * Cases that are in the baseline, where others are not: it fails in cases in which it did not.
   */
  readonly knownCases?: readonly string[];
  /**
   * Cases that showed it.
   */
  readonly cases: readonly string[];
  readonly situation?: SituationInfo;
  readonly sequence?: SequenceInfo;
  readonly verdict?: VerdictInfo;
  readonly exchange?: RawExchange;
  readonly sdk: SdkAnswer;
  readonly reproduction: Reproduction;
  readonly reproduced?: Reproduced;
}
/**
 * What the baseline says of it, when all cases that showed it are in the baseline.
 */
export interface KnownDeviation {
  readonly reason: string;
  readonly link?: string;
  readonly owner: string;
}
export interface SituationInfo {
  /**
   * The rule that the case puts to the test.
   */
  readonly rule?: string;
  readonly given: {};
  readonly caller: {};
  readonly request: {};
  readonly wire?: {};
  readonly http?: {};
}
/**
 * For a deviation that a sequence of calls shows, be it made up by a search or directed: the fewest calls that show it, and where they come from.
 */
export interface SequenceInfo {
  readonly calls: CallSequence;
  /**
   * Index among the sequences that the seed gives, or the id of a directed one.
   */
  readonly path: string;
  /**
   * Which calls of that sequence are kept.
   */
  readonly replayPath: string;
}
/**
 * Scripts to paste.
 */
export interface Reproduction {
  readonly [k: string]: string;
}
/**
 * What came of running the scripts, by their language; absent where that was not asked for (--check-reproductions).
 */
export interface Reproduced {
  readonly [k: string]: ReproductionCheck;
}
export interface ReproductionCheck {
  /**
   * shown: the answer to the script shows the deviation; not shown: it does not; no tool: this machine has nothing that runs it; not run: it was not run, or what it showed says nothing.
   */
  readonly result: 'shown' | 'not shown' | 'no tool' | 'not run';
  /**
   * Why it is not shown or not run, where that is known.
   */
  readonly reason?: string;
  /**
   * Set where the deviation shows only to who calls as the SDK that judged, so that the script does, too.
   */
  readonly identity?: true;
}
/**
 * Which rule answers when a request breaks two. AWS documents no order, so this is reported and never judged.
 */
export interface Precedence {
  readonly pairs: readonly PairResult[];
  /**
   * Pairs that the target could not be brought into.
   */
  readonly inconclusive: number;
  /**
   * The order that the answers imply: each rule stands in a later step than all that answered before it.
   */
  readonly order: readonly string[][];
  /**
   * Rules that answered before one another in a circle.
   */
  readonly unordered: readonly string[][];
}
export interface PairResult {
  /**
   * The two rules that were broken, in the order of the catalogue.
   */
  readonly rules: readonly string[];
  /**
   * The one whose fault came; absent when the fault does not tell.
   */
  readonly answered?: string;
  readonly actual: Actual;
}
/**
 * How far the run exercised the preconditions, by what the model says of the calls that were answered.
 */
export interface Coverage {
  readonly rules: readonly RuleCoverage[];
  readonly pairs: PairCoverage;
}
export interface RuleCoverage {
  readonly id: string;
  /**
   * Calls that broke this rule and no other.
   */
  readonly brokenAlone: number;
  /**
   * Rules that some call broke together with this one.
   */
  readonly brokenWith: readonly string[];
  /**
   * Calls that kept it.
   */
  readonly kept: number;
  /**
   * Calls of which nothing is known as to this rule.
   */
  readonly unspecified: number;
}
/**
 * Pairs of rules that one request can break.
 */
export interface PairCoverage {
  readonly possible: number;
  /**
   * Pairs that a call broke.
   */
  readonly broken: number;
  readonly missing: readonly MissingPair[];
}
export interface MissingPair {
  readonly rules: readonly string[];
  readonly reason: string;
}
export interface UnspecifiedAnswer {
  readonly rule: string;
  readonly case: string;
  readonly title: string;
  readonly actual: Actual;
}
/**
 * What became of the baseline of known deviations, if there is one.
 */
export interface BaselineInfo {
  readonly file: string;
  /**
   * Entries whose deviation was seen.
   */
  readonly matched: number;
  /**
   * Entries about what this run did not look at.
   */
  readonly unchecked: number;
  /**
   * Entries for other targets.
   */
  readonly elsewhere: number;
  /**
   * Entries that fail the run.
   */
  readonly problems: readonly BaselineProblem[];
}
export interface BaselineProblem {
  /**
   * stale: no longer seen; changed: fails otherwise now; vanished: can match nothing; expired; todo: a person has not filled it in.
   */
  readonly kind: 'stale' | 'changed' | 'vanished' | 'expired' | 'todo';
  readonly rule: string;
  /**
   * Cases of the entry that it is about.
   */
  readonly cases: readonly string[];
  /**
   * What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.
   */
  readonly fingerprint: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
/**
 * Which part of a run this is, if it is one: report merge joins the parts.
 */
export interface Shard {
  /**
   * From 1 to count.
   */
  readonly index: number;
  readonly count: number;
}
/**
 * What the part of a run found out, call by call; `report merge` judges the whole from it. Not for other readers: it changes with the tool.
 */
export interface Raw {
  readonly runId: string;
  readonly [k: string]: unknown;
}
/**
 * The stateful search: its limits and how far it came.
 */
export interface SearchInfo {
  /**
   * Sequences that were run.
   */
  readonly runs: number;
  /**
   * Sequences that were asked for.
   */
  readonly wanted: number;
  readonly maxCalls: number;
  /**
   * Copies that were judged.
   */
  readonly copies: number;
  /**
   * Why sequences ended early, each reason once.
   */
  readonly stopped: readonly string[];
}
/**
 * How each claim of the contract stood on a day. Whoever names the set is failed by nothing that gates only since.
 */
export interface RequirementSet {
  /**
   * Year and month, as in the name of the file.
   */
  readonly name: string;
  /**
   * The day (ISO date).
   */
  readonly date: string;
  /**
   * By rule, how its behaviour stood, and the fault that answers its violation, where one does.
   */
  readonly rules: {
    readonly [k: string]: RequiredRule;
  };
}
export interface RequiredRule {
  readonly behaviour: 'observed' | 'documented' | 'sibling' | 'inferred' | 'contradicted' | 'unspecified';
  readonly fault?: 'observed' | 'documented' | 'sibling' | 'inferred' | 'contradicted' | 'unspecified';
}
/**
 * The rules of CopyDBClusterSnapshot in canonical precedence, the sources they rest on, and the ambiguities with the reading chosen.
 */
export interface RuleCatalogue {
  /**
   * What provenance entries refer to, by short name.
   */
  readonly sources: {
    readonly [k: string]: Source;
  };
  readonly rules: readonly Rule[];
  readonly ambiguities: readonly Ambiguity[];
}
export interface Source {
  readonly title: string;
  /**
   * Whose operations it speaks of. RDS: Aurora too; AWS: services beyond Neptune's control plane, or none in particular.
   */
  readonly service: 'Neptune' | 'RDS' | 'DocumentDB' | 'AWS';
  /**
   * The operation it speaks of, where that is another one than CopyDBClusterSnapshot.
   */
  readonly operation?: string;
  readonly url?: string;
  /**
   * When it was read or reported (ISO date).
   */
  readonly date: string;
}
export interface Rule {
  readonly id: string;
  /**
   * precondition: rejects a request; postcondition: what an accepted copy, or a rejection, leaves behind; wire: form of the HTTP answer.
   */
  readonly kind: 'precondition' | 'postcondition' | 'wire';
  /**
   * For a precondition: what it speaks of, and where a finding of `check` points. form: the form that a request comes in, which a plan has not; tag, tag-key, tag-value: one of the Tags, or a part of it.
   */
  about?:
    | 'form'
    | 'SourceDBClusterSnapshotIdentifier'
    | 'TargetDBClusterSnapshotIdentifier'
    | 'KmsKeyId'
    | 'PreSignedUrl'
    | 'CopyTags'
    | 'Tags'
    | 'tag'
    | 'tag-key'
    | 'tag-value';
  /**
   * For a precondition: what it takes to judge it. request: nothing but the request; region: the called Region; caller: account and Region; world: what there is; part-of-world: as world, but something of it is certain without; form: the form on the wire.
   */
  readonly needs?: 'form' | 'request' | 'region' | 'caller' | 'part-of-world' | 'world';
  /**
   * For the others: what shows whether it holds; a precondition is measured by the outcome. outcome: that the request is accepted or refused; members: those of the answer; tags: ListTagsForResource; observation: a look at the target afterwards; answer: the form of the answer.
   */
  readonly measuredBy?: readonly ('outcome' | 'members' | 'tags' | 'observation' | 'answer')[];
  /**
   * Which look shows it to somebody who repeats the call, where the answer and the tags do not.
   */
  readonly shownBy?: 'description' | 'source';
  /**
   * The rule in one sentence.
   */
  readonly statement: string;
  /**
   * Shapes of the faults that are expected when a precondition is broken; the first is the canonical one.
   */
  readonly faults?: readonly string[];
  /**
   * Text of the canonical fault, with {source}, {target}, {key}, {sourceKey}, {parameter} filled in.
   */
  readonly message?: string;
  /**
   * Why nobody can break it, for a rule that says only what is unspecified.
   */
  readonly alwaysUnspecified?: string;
  /**
   * Who says so.
   */
  readonly provenance: readonly Provenance[];
  /**
   * Who says otherwise. What is contradicted never fails a run, unless each contradiction is set aside.
   */
  readonly contradictedBy?: readonly Contradiction[];
  /**
   * What a reader should know besides.
   */
  readonly note?: string;
}
export interface Provenance {
  /**
   * What is known: the behaviour itself, or which fault answers it.
   */
  readonly of: 'behaviour' | 'fault';
  /**
   * What the source does: describe it, show a real answer of AWS, or only suggest it.
   */
  readonly level: 'documented' | 'observed' | 'inferred';
  /**
   * Short name of a source above.
   */
  readonly source: string;
  /**
   * Where in the source, or what was seen.
   */
  readonly section?: string;
  /**
   * When it was read or reported, if not as the source says.
   */
  readonly date?: string;
}
export interface Contradiction {
  /**
   * What is contradicted: the behaviour itself, or which fault answers it.
   */
  readonly of: 'behaviour' | 'fault';
  readonly level: 'documented' | 'observed' | 'inferred';
  /**
   * Short name of a source above.
   */
  readonly source: string;
  /**
   * Where in the source, or what was seen.
   */
  readonly section?: string;
  /**
   * When it was read or reported, if not as the source says.
   */
  readonly date?: string;
  /**
   * What it says instead.
   */
  readonly says: string;
  /**
   * Why it leaves the rule as it stands, if it does.
   */
  readonly setAside?: string;
}
export interface Ambiguity {
  readonly id: string;
  /**
   * What the documentation leaves unspecified.
   */
  readonly question: string;
  /**
   * How the contract reads it.
   */
  readonly reading: string;
  /**
   * Rules that the reading shapes.
   */
  readonly rules: readonly string[];
}
/**
 * Directed sequences of one family: short courses of calls, each about one rule. After every call all that stands at the target is held against the model.
 */
export interface SequenceFile {
  readonly sequences: readonly SequenceEntry[];
}
export interface SequenceEntry {
  readonly id: string;
  /**
   * What must hold, in a few words.
   */
  readonly title: string;
  /**
   * The rule under test.
   */
  readonly rule: string;
  /**
   * The rules that some of its copies break, in their order; all other copies are accepted.
   */
  readonly breaks?: readonly string[];
  readonly calls: CallSequence;
}
/**
 * Every statement of the operation's documentation, and what became of it in the contract. The documentation's own sentences are not repeated: a statement is known by its section and a hash.
 */
export interface Traceability {
  /**
   * Short name of the source in rules.yaml.
   */
  readonly source: string;
  readonly sections: readonly TracedSection[];
}
export interface TracedSection {
  /**
   * Heading of the documentation, and the members below it, joined by slashes.
   */
  readonly section: string;
  readonly statements: readonly TracedStatement[];
}
export interface TracedStatement {
  /**
   * First twelve digits of the SHA-256 of the statement, white space collapsed.
   */
  readonly sha256: string;
  /**
   * What it says, in our words.
   */
  readonly says: string;
  readonly rules?: readonly string[];
  /**
   * Keywords of the shapes: `shapes/NAME#POINTER`.
   */
  readonly schema?: readonly string[];
  /**
   * Shapes of faults.yaml.
   */
  readonly faults?: readonly string[];
  readonly ambiguities?: readonly string[];
  /**
   * Why nothing follows from it.
   */
  readonly notNormative?: string;
}
