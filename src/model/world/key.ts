import type { Place } from './place.ts';

/** A KMS key, as far as copying needs one. Replicas of a multi-Region key are keys of their own with the same id. */
export interface KmsKey {
  readonly place: Place;
  readonly id: string;
  readonly arn: string;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  readonly spec: string;
  /** AWS managed keys (`alias/aws/rds`) serve their own account only. */
  readonly manager: 'CUSTOMER' | 'AWS';
  readonly multiRegion: boolean;
  /** Other accounts that the key policy lets in. */
  readonly usableBy: readonly string[];
  /** Other accounts that a grant lets in, if its constraints are met, which nobody knows; none unless given. */
  readonly maybeUsableBy?: readonly string[];
  /** What it is for; what keys of its spec usually are unless given. */
  readonly usage?: string;
  /** Whatever its maker wrote; none unless given. */
  readonly description?: string;
}
