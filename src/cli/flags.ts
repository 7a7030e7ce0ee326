import type { Format } from '../reporters/index.ts';
import type { PlanFormatName } from '../check/formats/names.ts';
import type { LeftOutName } from '../contract/capabilities.ts';
import type { RuleId } from '../contract/generated/catalogue.ts';
import type { MinMeasured, Shard } from '../contract/generated/types.ts';
import type { Level } from '../contract/provenance.ts';
import type { AccountProfile } from '../harness/target/endpoint/profiles.ts';
import type { BaselineFlags } from './open-baseline.ts';
import type { BoundFlags, ReportSink } from './options.ts';

/** Flags of `check`. */
export interface CheckFlags {
  readonly world?: string;
  readonly policy?: readonly string[];
  readonly testPolicies?: boolean;
  readonly planFormat?: PlanFormatName;
  readonly printContext?: boolean;
  readonly account?: string;
  readonly region?: string;
  readonly report?: readonly ReportSink<Format<'check'>>[];
  readonly failOn: 'error' | 'warning' | 'note';
  readonly allowUndecided?: boolean;
  /** A time such as 2026-11-22T03:00:00.000Z. */
  readonly now?: string;
}

/** Flags of `import-world`. */
export interface ImportWorldFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly profile?: string;
  readonly region?: string;
}

/** Flags about the certificate of an https endpoint. */
export interface TrustFlags {
  readonly ca?: string;
  readonly insecure?: boolean;
}

/** Flags about how an endpoint is reached, and how the run may be known there. */
export interface WayFlags {
  readonly kmsEndpoint?: string;
  readonly account?: readonly AccountProfile[];
  readonly region: string;
  readonly journal?: string;
  readonly timeout: number;
}

/** Flags that say which cases are run. */
export interface SelectionFlags {
  readonly rule?: readonly RuleId[];
  readonly case?: readonly string[];
  readonly grep?: string;
  readonly excludeRule?: readonly RuleId[];
  readonly without?: readonly LeftOutName[];
}

/** Flags of `cleanup`. */
export interface CleanupFlags extends TrustFlags {
  readonly all?: boolean;
  readonly endpoint?: string;
  readonly journal?: string;
  readonly dryRun?: boolean;
  readonly timeout: number;
}

/** Flags of `doctor`. */
export interface DoctorFlags extends BoundFlags, TrustFlags, WayFlags {
  readonly targetName?: string;
  readonly report?: readonly ReportSink<Format<'doctor'>>[];
  readonly quiet?: boolean;
}

/** Flags of `recording diff`. */
export interface RecordingDiffFlags {
  readonly report?: readonly ReportSink<Format<'recordings'>>[];
}

/** Flags of `evidence`. */
export interface EvidenceFlags {
  readonly pool?: readonly string[];
  readonly against?: readonly string[];
  readonly report?: readonly ReportSink<Format<'evidence'>>[];
}

/** Flags of `drift`. */
export interface DriftFlags {
  readonly sdk?: string;
  readonly allow?: readonly string[];
  readonly allowAdditions?: boolean;
  readonly report?: readonly ReportSink<Format<'drift'>>[];
}

/** Flags of `explain`. */
export interface ExplainFlags {
  readonly cases?: boolean;
  readonly requirements?: boolean;
}

/** Flags of `init`. */
export interface InitFlags {
  readonly endpoint: string;
  readonly targetName?: string;
  readonly start?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Flags of `live init`. */
export interface LiveInitFlags {
  readonly region: string;
  readonly profile: string;
  readonly elsewhere?: string;
  readonly otherProfile?: string;
  readonly out?: string;
  readonly force?: boolean;
}

/** Flags that say what a live run does, and may take. */
export interface LiveWorkFlags {
  readonly rejections?: boolean;
  readonly question?: string;
  readonly case?: readonly string[];
  readonly copiesAtOnce: number;
  readonly maxCopies: number;
  readonly callsPerSecond: number;
}

/** Flags of `live plan`. */
export interface LivePlanFlags extends LiveWorkFlags {
  readonly policy?: boolean;
}

/** Flags of `live run`. */
export interface LiveRunFlags extends LiveWorkFlags {
  readonly yes?: boolean;
  readonly maxCalls: number;
  readonly deadline: number;
  readonly killSwitch?: string;
  readonly resume?: string;
  readonly record?: string;
  readonly endpoint?: string;
  readonly journal?: string;
  readonly timeout: number;
  readonly gate: Level;
  readonly report?: readonly ReportSink[];
  readonly quiet?: boolean;
}

/** Flags of `replay`. */
export interface ReplayFlags extends BoundFlags, TrustFlags {
  readonly endpoint?: string;
  readonly kmsEndpoint?: string;
  readonly region?: string;
  readonly timeout: number;
  readonly quota?: number;
  readonly journal?: string;
}

/** Flags of `report compare`. */
export interface CompareFlags {
  readonly report?: readonly ReportSink<Format<'compare'>>[];
}

/** Flags of `report merge`. */
export interface MergeFlags {
  readonly report?: readonly ReportSink[];
  readonly verbose?: boolean;
  readonly baseline?: string;
}

/** Flags of `serve`. */
export interface ServeFlags {
  readonly world?: string;
  readonly control?: true;
  readonly copyDuration: number;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly port: number;
}

/** Flags of `verify`. */
export interface VerifyFlags extends BaselineFlags, BoundFlags, SelectionFlags, TrustFlags, WayFlags {
  readonly endpoint?: string;
  readonly report?: readonly ReportSink[];
  readonly verbose?: boolean;
  readonly failures?: string;
  readonly config?: string;
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly bail?: number;
  readonly checkReproductions?: boolean;
  readonly quiet?: boolean;
  readonly minMeasured: MinMeasured;
  readonly seed: number;
  readonly gate: Level;
  readonly requirements?: string;
  readonly pairs: number;
  readonly jobs?: number;
  readonly runs: number;
  readonly maxCalls: number;
  readonly maxTime: number;
  readonly quota?: number;
  readonly shard?: Shard;
  readonly targetName?: string;
  readonly record?: string;
  readonly recording?: string;
  readonly selfTest?: boolean;
}

/** Flags of `baseline upgrade`. */
export interface UpgradeFlags {
  readonly report: readonly string[];
  readonly out?: string;
}
