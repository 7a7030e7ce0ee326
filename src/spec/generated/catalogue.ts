// Generated from spec/ by `npm run generate`. Do not edit.

import type { Ambiguity, FaultEntry, Rule, Source } from './types.ts';

/** Preconditions, in canonical precedence. */
export type PreconditionId =
  | 'source-required'
  | 'target-required'
  | 'source-not-blank'
  | 'target-not-blank'
  | 'target-identifier-syntax'
  | 'source-identifier-form'
  | 'source-arn-form'
  | 'source-partition'
  | 'copy-tags-boolean'
  | 'tag-key-required'
  | 'tag-key-length'
  | 'tag-value-length'
  | 'tag-key-reserved-prefix'
  | 'tag-value-reserved-prefix'
  | 'tag-charset'
  | 'tag-count'
  | 'tag-key-unique'
  | 'source-exists'
  | 'source-shared-by-arn'
  | 'source-cross-region-by-arn'
  | 'source-visible'
  | 'source-one-step'
  | 'source-available'
  | 'kms-key-region'
  | 'kms-key-accessible'
  | 'kms-key-symmetric'
  | 'kms-unencrypted-source'
  | 'kms-shared-requires-key'
  | 'kms-cross-region-requires-key'
  | 'kms-source-key-accessible'
  | 'target-unique'
  | 'manual-snapshot-quota'
  | 'copies-in-progress-quota';

/** What an accepted copy, or a rejection, leaves behind. */
export type PostconditionId =
  | 'copy-identifier-lowercase'
  | 'copy-type-manual'
  | 'copy-arn'
  | 'copy-source-arn'
  | 'copy-inherits'
  | 'copy-create-time'
  | 'copy-unencrypted-stays'
  | 'copy-same-key'
  | 'copy-new-key'
  | 'copy-no-tags-by-default'
  | 'copy-tags-all'
  | 'copy-assigns-tags'
  | 'tags-over-copy-tags'
  | 'copy-of-orphan'
  | 'copy-of-automated'
  | 'presigned-url-ignored'
  | 'source-case-insensitive'
  | 'copy-leaves-source'
  | 'copy-progress'
  | 'copy-described'
  | 'fault-leaves-no-trace';

/** The form of the answer. */
export type WireRuleId =
  | 'wire-well-formed'
  | 'wire-content-type'
  | 'wire-success-envelope'
  | 'wire-fault-envelope'
  | 'wire-fault-status'
  | 'wire-fault-code'
  | 'wire-fault-type'
  | 'wire-request-id'
  | 'wire-namespace'
  | 'wire-absent-members'
  | 'wire-known-members'
  | 'wire-member-types'
  | 'wire-list-members'
  | 'wire-request-lists'
  | 'wire-sdk-agrees';

/** Any rule of the catalogue. */
export type RuleId = PreconditionId | PostconditionId | WireRuleId;

/** Shape of a fault. */
export type FaultShape =
  | 'DBClusterSnapshotAlreadyExistsFault'
  | 'DBClusterSnapshotNotFoundFault'
  | 'InvalidDBClusterStateFault'
  | 'InvalidDBClusterSnapshotStateFault'
  | 'SnapshotQuotaExceededFault'
  | 'KMSKeyNotAccessibleFault'
  | 'AccessDenied'
  | 'IncompleteSignature'
  | 'InternalFailure'
  | 'InvalidAction'
  | 'InvalidClientTokenId'
  | 'InvalidParameterCombination'
  | 'InvalidParameterValue'
  | 'InvalidQueryParameter'
  | 'MalformedQueryString'
  | 'MissingAction'
  | 'MissingAuthenticationToken'
  | 'MissingParameter'
  | 'OptInRequired'
  | 'RequestEntityTooLarge'
  | 'RequestExpired'
  | 'ServiceUnavailable'
  | 'SignatureDoesNotMatch'
  | 'Throttling'
  | 'ValidationError';

/** The rules, in canonical precedence. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = [
  {
    "id": "source-required",
    "kind": "precondition",
    "statement": "A request names the snapshot to copy.",
    "faults": [
      "MissingParameter",
      "InvalidParameterValue"
    ],
    "message": "The request must contain the parameter SourceDBClusterSnapshotIdentifier.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "SourceDBClusterSnapshotIdentifier"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "common-errors"
      }
    ],
    "note": "The JavaScript SDK sends the request all the same; botocore refuses on the client."
  },
  {
    "id": "target-required",
    "kind": "precondition",
    "statement": "A request names the copy to be made.",
    "faults": [
      "MissingParameter",
      "InvalidParameterValue"
    ],
    "message": "The request must contain the parameter TargetDBClusterSnapshotIdentifier.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "TargetDBClusterSnapshotIdentifier"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "common-errors"
      }
    ],
    "note": "The JavaScript SDK sends the request all the same; botocore refuses on the client."
  },
  {
    "id": "source-not-blank",
    "kind": "precondition",
    "statement": "The source identifier is not empty.",
    "faults": [
      "InvalidParameterValue",
      "MissingParameter"
    ],
    "message": "The parameter SourceDBClusterSnapshotIdentifier must be provided and must not be blank.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention",
        "section": "wording of neighbouring operations"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "target-not-blank",
    "kind": "precondition",
    "statement": "The target identifier is not empty.",
    "faults": [
      "InvalidParameterValue",
      "MissingParameter"
    ],
    "message": "The parameter TargetDBClusterSnapshotIdentifier must be provided and must not be blank.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "TargetDBClusterSnapshotIdentifier, at least one character"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "target-identifier-syntax",
    "kind": "precondition",
    "statement": "The target identifier has 1 to 63 ASCII letters, digits and hyphens, starts with a letter, does not end with a hyphen and has no two hyphens in a row.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "The parameter TargetDBClusterSnapshotIdentifier is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "TargetDBClusterSnapshotIdentifier"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "identifier-report"
      }
    ]
  },
  {
    "id": "source-identifier-form",
    "kind": "precondition",
    "statement": "A source that is no ARN is the name of a snapshot; the name of an automated one may start with `rds:`.",
    "faults": [
      "InvalidParameterValue",
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "The parameter SourceDBClusterSnapshotIdentifier is not a valid identifier.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "operation",
        "section": "SourceDBClusterSnapshotIdentifier asks for a valid identifier"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "source-arn-form",
    "kind": "precondition",
    "statement": "A source ARN has the form `arn:<partition>:rds:<region>:<account>:cluster-snapshot:<name>`.",
    "faults": [
      "InvalidParameterValue",
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "Invalid snapshot identifier {source}.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "ARNs of Neptune resources use the rds namespace"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "source-partition",
    "kind": "precondition",
    "statement": "The source is in the caller's partition.",
    "faults": [
      "InvalidParameterValue",
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "Invalid snapshot identifier {source}.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "partitions are isolated from one another"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "copy-tags-boolean",
    "kind": "precondition",
    "statement": "CopyTags is a boolean on the wire, `true` or `false`.",
    "faults": [
      "InvalidParameterValue",
      "MalformedQueryString",
      "ValidationError"
    ],
    "message": "Value {copyTags} of parameter CopyTags is not a boolean.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "service-model",
        "section": "the member is a boolean"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ],
    "note": "No SDK sends anything else, so it can be reached on the wire only."
  },
  {
    "id": "tag-key-required",
    "kind": "precondition",
    "statement": "Each tag has a key.",
    "faults": [
      "InvalidParameterValue",
      "MissingParameter",
      "ValidationError"
    ],
    "message": "A tag must have a key.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Key is the required name"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "tag-key-length",
    "kind": "precondition",
    "statement": "A tag key has 1 to 128 characters.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "The tag key must be between 1 and 128 characters long.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Key"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "tagging-report"
      }
    ]
  },
  {
    "id": "tag-value-length",
    "kind": "precondition",
    "statement": "A tag value has at most 256 characters.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "The tag value must be between 0 and 256 characters long.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Value"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "tagging-report"
      }
    ],
    "note": "The documented minimum of one character is contradicted by observation; empty and absent values are left open."
  },
  {
    "id": "tag-key-reserved-prefix",
    "kind": "precondition",
    "statement": "A tag key does not start with `aws:` or `rds:`.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Tag keys must not start with a reserved prefix.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Key"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cis-report"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "cis-report"
      }
    ],
    "note": "Whether AWS minds the case of the prefix is left open."
  },
  {
    "id": "tag-value-reserved-prefix",
    "kind": "precondition",
    "statement": "A tag value does not start with `aws:` or `rds:`.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Tag values must not start with a reserved prefix.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Value"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "tagging-report"
      }
    ],
    "note": "Its enforcement has never been seen, so a value with the prefix is always left open."
  },
  {
    "id": "tag-charset",
    "kind": "precondition",
    "statement": "Tag keys and values consist of Unicode letters, separators and digits and of `_.:/=+-`.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Tag keys and values may contain only Unicode letters, digits, white space, and the characters _ . : / = + - @.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, regular expression of Key and Value"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "tagging-report"
      }
    ],
    "note": "The commercial at, the backslash, white space that is no separator, and characters newer than the Unicode tables at hand are left open."
  },
  {
    "id": "tag-count",
    "kind": "precondition",
    "statement": "A request carries at most 50 tags.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "A resource may have at most 50 tags.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention",
        "section": "general limit of 50 tags for a resource"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "tag-key-unique",
    "kind": "precondition",
    "statement": "No tag key stands twice in one request.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Duplicate tag keys found. Tag keys must be unique.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "source-exists",
    "kind": "precondition",
    "statement": "The source exists.",
    "faults": [
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "DBClusterSnapshot not found: {source}",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Exceptions, DBClusterSnapshotNotFoundFault"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      }
    ]
  },
  {
    "id": "source-shared-by-arn",
    "kind": "precondition",
    "statement": "A snapshot shared by another account is named by its ARN; a bare name is looked up in the caller's own account and Region.",
    "faults": [
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "DBClusterSnapshot not found: {source}",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "introduction"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      }
    ]
  },
  {
    "id": "source-cross-region-by-arn",
    "kind": "precondition",
    "statement": "A snapshot of another Region is named by its ARN; a bare name is looked up in the called Region.",
    "faults": [
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "DBClusterSnapshot not found: {source}",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "copying a snapshot"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      }
    ]
  },
  {
    "id": "source-visible",
    "kind": "precondition",
    "statement": "A snapshot of another account is shared with the caller, or with everybody.",
    "faults": [
      "DBClusterSnapshotNotFoundFault",
      "AccessDenied"
    ],
    "message": "DBClusterSnapshot not found: {source}",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "user-guide",
        "section": "sharing a snapshot"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "source-one-step",
    "kind": "precondition",
    "statement": "Whether one copy may cross accounts and Regions at once is open.",
    "faults": [
      "InvalidParameterValue",
      "InvalidParameterCombination",
      "DBClusterSnapshotNotFoundFault",
      "KMSKeyNotAccessibleFault",
      "AccessDenied"
    ],
    "message": "A snapshot can't be copied across accounts and Regions in one step.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention",
        "section": "the sister services document that two steps are needed"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ],
    "note": "Always left open when a source of another account lies in another Region; never broken."
  },
  {
    "id": "source-available",
    "kind": "precondition",
    "statement": "The source is in the status `available`.",
    "faults": [
      "InvalidDBClusterSnapshotStateFault"
    ],
    "message": "The source snapshot {source} is not in the available state.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "SourceDBClusterSnapshotIdentifier"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      }
    ]
  },
  {
    "id": "kms-key-region",
    "kind": "precondition",
    "statement": "A key or alias named by its ARN is in the called Region.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "ccs-report"
      }
    ],
    "note": "A multi-Region key is addressed by its replica in the called Region."
  },
  {
    "id": "kms-key-accessible",
    "kind": "precondition",
    "statement": "KmsKeyId names an enabled key that the caller may use, by key id, key ARN, alias name or alias ARN.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId; Exceptions, KMSKeyNotAccessibleFault"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "ccs-report"
      }
    ],
    "note": "An empty KmsKeyId is left open."
  },
  {
    "id": "kms-key-symmetric",
    "kind": "precondition",
    "statement": "The key is a symmetric encryption key.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention",
        "section": "storage encryption takes symmetric keys only"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "kms-unencrypted-source",
    "kind": "precondition",
    "statement": "An unencrypted snapshot cannot be encrypted by copying it, so KmsKeyId is refused.",
    "faults": [
      "InvalidParameterCombination",
      "InvalidParameterValue"
    ],
    "message": "KmsKeyId cannot be specified for a copy of the unencrypted snapshot {source}.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ],
    "note": "That an error is returned is documented; which one is not."
  },
  {
    "id": "kms-shared-requires-key",
    "kind": "precondition",
    "statement": "Copying an encrypted snapshot of another account needs a KmsKeyId.",
    "faults": [
      "KMSKeyNotAccessibleFault",
      "InvalidParameterValue",
      "InvalidParameterCombination"
    ],
    "message": "A KmsKeyId must be specified to copy the encrypted snapshot {source} of another account.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "kms-cross-region-requires-key",
    "kind": "precondition",
    "statement": "Copying an encrypted snapshot from another Region needs a KmsKeyId of the called Region.",
    "faults": [
      "InvalidParameterValue",
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Must specify new KMS key for cross region encrypted snapshot copy.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "copying an encrypted snapshot to another Region"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cis-report"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "cis-report"
      }
    ]
  },
  {
    "id": "kms-source-key-accessible",
    "kind": "precondition",
    "statement": "The key that encrypts the source is enabled and open to the caller.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "The source snapshot KMS key [{sourceKey}] does not exist, is not enabled or you do not have permissions to access it.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "ccs-report"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "ccs-report"
      }
    ],
    "note": "An AWS managed key cannot be opened to another account."
  },
  {
    "id": "target-unique",
    "kind": "precondition",
    "statement": "No snapshot of the target's name, in whatever case and of whatever type, exists in the caller's account and Region.",
    "faults": [
      "DBClusterSnapshotAlreadyExistsFault"
    ],
    "message": "Cannot create the cluster snapshot because one with the identifier {target} already exists.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Exceptions, DBClusterSnapshotAlreadyExistsFault"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "ccs-report"
      }
    ],
    "note": "Copying a snapshot onto itself is this rule too."
  },
  {
    "id": "manual-snapshot-quota",
    "kind": "precondition",
    "statement": "The caller's Region holds fewer manual cluster snapshots than the quota (100 unless raised); automated ones do not count.",
    "faults": [
      "SnapshotQuotaExceededFault"
    ],
    "message": "Cannot create more than {quota} manual snapshots.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Exceptions, SnapshotQuotaExceededFault"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "limits"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "ccs-report"
      }
    ]
  },
  {
    "id": "copies-in-progress-quota",
    "kind": "precondition",
    "statement": "Fewer than five copies from other Regions are in progress into the caller's Region.",
    "faults": [
      "SnapshotQuotaExceededFault"
    ],
    "message": "Cannot have more than {copiesQuota} cross-Region snapshot copies in progress.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "limits of copying across Regions"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "cis-report"
      }
    ]
  },
  {
    "id": "copy-identifier-lowercase",
    "kind": "postcondition",
    "statement": "The copy has the target's name in lower case.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "identifiers are not case-sensitive"
      }
    ]
  },
  {
    "id": "copy-type-manual",
    "kind": "postcondition",
    "statement": "A copy is a manual snapshot, whatever its source was.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "copying an automated snapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "aws-sample"
      }
    ]
  },
  {
    "id": "copy-arn",
    "kind": "postcondition",
    "statement": "The copy's ARN has the caller's account and Region and the new name.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "DBClusterSnapshotArn"
      }
    ]
  },
  {
    "id": "copy-source-arn",
    "kind": "postcondition",
    "statement": "The copy tells the ARN of its source; a snapshot that is no copy has no such member.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "SourceDBClusterSnapshotArn"
      }
    ]
  },
  {
    "id": "copy-inherits",
    "kind": "postcondition",
    "statement": "Engine, version, cluster, port, storage, license and IAM flag are the source's; VPC and zones too within one account and Region.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "members of DBClusterSnapshot"
      }
    ]
  },
  {
    "id": "copy-create-time",
    "kind": "postcondition",
    "statement": "Within a Region the copy keeps the time at which the original snapshot was taken.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "aws-sample"
      }
    ],
    "note": "Across Regions it is left open."
  },
  {
    "id": "copy-unencrypted-stays",
    "kind": "postcondition",
    "statement": "A copy of an unencrypted snapshot is unencrypted and has no KmsKeyId.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      }
    ]
  },
  {
    "id": "copy-same-key",
    "kind": "postcondition",
    "statement": "Without KmsKeyId, the copy of an encrypted snapshot in its own account and Region is encrypted with the source's key.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      }
    ]
  },
  {
    "id": "copy-new-key",
    "kind": "postcondition",
    "statement": "With KmsKeyId, the copy is encrypted with that key and tells its full ARN.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      }
    ]
  },
  {
    "id": "copy-no-tags-by-default",
    "kind": "postcondition",
    "statement": "Unless the request asks for tags, the copy has none, not even those of the cluster.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "CopyTags, the default is false"
      }
    ]
  },
  {
    "id": "copy-tags-all",
    "kind": "postcondition",
    "statement": "With CopyTags and no Tags, the copy has all tags of the source.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "CopyTags"
      }
    ],
    "note": "What becomes of the source's `aws:` tags is left open."
  },
  {
    "id": "copy-assigns-tags",
    "kind": "postcondition",
    "statement": "With Tags, the copy has exactly those tags.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags"
      }
    ]
  },
  {
    "id": "tags-over-copy-tags",
    "kind": "postcondition",
    "statement": "Tags in the request replace the source's tags even with CopyTags; an empty list counts as none.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "moto-note"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "ccs-report"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cis-report"
      }
    ]
  },
  {
    "id": "copy-of-orphan",
    "kind": "postcondition",
    "statement": "A snapshot can be copied after its cluster is gone.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "ccs-report"
      }
    ]
  },
  {
    "id": "copy-of-automated",
    "kind": "postcondition",
    "statement": "An automated snapshot can be copied.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "user-guide",
        "section": "copying an automated snapshot"
      }
    ]
  },
  {
    "id": "presigned-url-ignored",
    "kind": "postcondition",
    "statement": "PreSignedUrl may be given and changes nothing.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "PreSignedUrl"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "service-model",
        "section": "SDKs fill it in by themselves"
      }
    ]
  },
  {
    "id": "source-case-insensitive",
    "kind": "postcondition",
    "statement": "The source is found whatever the case of its identifier.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "SourceDBClusterSnapshotIdentifier"
      }
    ]
  },
  {
    "id": "copy-leaves-source",
    "kind": "postcondition",
    "statement": "Copying leaves the source as it was.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "copy-progress",
    "kind": "postcondition",
    "statement": "A copy is creating or copying until it is available (or failed); its PercentProgress never falls and is 100 once available.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Status, PercentProgress"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "ccs-report"
      }
    ],
    "note": "A copy that is available at once is fine."
  },
  {
    "id": "copy-described",
    "kind": "postcondition",
    "statement": "DescribeDBClusterSnapshots shows the copy as it was answered, ListTagsForResource its tags.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "the type is the element of DescribeDBClusterSnapshots"
      }
    ]
  },
  {
    "id": "fault-leaves-no-trace",
    "kind": "postcondition",
    "statement": "A rejected request creates nothing.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention"
      }
    ]
  },
  {
    "id": "wire-well-formed",
    "kind": "wire",
    "statement": "The answer is well-formed XML.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "AWS Query protocol"
      }
    ]
  },
  {
    "id": "wire-content-type",
    "kind": "wire",
    "statement": "The answer is declared as `text/xml`.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "AWS Query protocol"
      }
    ]
  },
  {
    "id": "wire-success-envelope",
    "kind": "wire",
    "statement": "A success is HTTP 200 with CopyDBClusterSnapshotResponse, CopyDBClusterSnapshotResult, DBClusterSnapshot and ResponseMetadata.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "resultWrapper of the operation"
      }
    ]
  },
  {
    "id": "wire-fault-envelope",
    "kind": "wire",
    "statement": "A fault is an ErrorResponse with Error (Type, Code, Message) and RequestId.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "AWS Query protocol"
      }
    ]
  },
  {
    "id": "wire-fault-status",
    "kind": "wire",
    "statement": "The HTTP status of a fault is the one that belongs to its code.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "httpStatusCode of the error traits"
      }
    ]
  },
  {
    "id": "wire-fault-code",
    "kind": "wire",
    "statement": "A fault carries its wire code, which is not always the name of its shape.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "code of the error traits"
      }
    ]
  },
  {
    "id": "wire-fault-type",
    "kind": "wire",
    "statement": "Type is Sender for the caller's errors and Receiver for the service's.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "senderFault of the error traits"
      }
    ]
  },
  {
    "id": "wire-request-id",
    "kind": "wire",
    "statement": "The answer has a RequestId, and the header `x-amzn-RequestId` repeats it.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "aws-sample"
      }
    ]
  },
  {
    "id": "wire-namespace",
    "kind": "wire",
    "statement": "The answer's root is in the namespace `http://rds.amazonaws.com/doc/2014-10-31/`.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "xmlNamespace"
      }
    ]
  },
  {
    "id": "wire-absent-members",
    "kind": "wire",
    "statement": "A member without a value is left out; there is no empty element for it.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "SourceDBClusterSnapshotArn, otherwise a null value"
      }
    ],
    "note": "An SDK reads an empty element as an empty string."
  },
  {
    "id": "wire-known-members",
    "kind": "wire",
    "statement": "The snapshot has no members beyond those of the service model.",
    "gates": false,
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "service-model",
        "section": "members of DBClusterSnapshot"
      }
    ],
    "note": "SDKs skip unknown elements, and the control plane is shared with sister services, so this is reported only."
  },
  {
    "id": "wire-member-types",
    "kind": "wire",
    "statement": "Integers, booleans and times of the snapshot are written as such; times in ISO 8601, in UTC.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "members of DBClusterSnapshot"
      }
    ]
  },
  {
    "id": "wire-list-members",
    "kind": "wire",
    "statement": "Zones are `AvailabilityZone` elements inside `AvailabilityZones`.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "locationName of the list member"
      }
    ]
  },
  {
    "id": "wire-request-lists",
    "kind": "wire",
    "statement": "Tags arrive as `Tags.Tag.N.Key` and `Tags.Tag.N.Value`; an empty list as `Tags=`.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "locationName of the list member"
      }
    ]
  },
  {
    "id": "wire-sdk-agrees",
    "kind": "wire",
    "statement": "What the AWS SDK reads from the answer is what stands in it.",
    "gates": true,
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model"
      }
    ]
  }
];

/** The faults. */
export const faults: readonly (FaultEntry & { readonly shape: FaultShape })[] = [
  {
    "shape": "DBClusterSnapshotAlreadyExistsFault",
    "code": "DBClusterSnapshotAlreadyExistsFault",
    "status": 400,
    "type": "Sender",
    "declared": true
  },
  {
    "shape": "DBClusterSnapshotNotFoundFault",
    "code": "DBClusterSnapshotNotFoundFault",
    "status": 404,
    "type": "Sender",
    "declared": true
  },
  {
    "shape": "InvalidDBClusterStateFault",
    "code": "InvalidDBClusterStateFault",
    "status": 400,
    "type": "Sender",
    "declared": true,
    "note": "Declared for the operation, but no documented request triggers it. The model never answers it and no rule accepts it."
  },
  {
    "shape": "InvalidDBClusterSnapshotStateFault",
    "code": "InvalidDBClusterSnapshotStateFault",
    "status": 400,
    "type": "Sender",
    "declared": true
  },
  {
    "shape": "SnapshotQuotaExceededFault",
    "code": "SnapshotQuotaExceeded",
    "status": 400,
    "type": "Sender",
    "declared": true,
    "note": "The only declared fault whose wire code is not the name of its shape."
  },
  {
    "shape": "KMSKeyNotAccessibleFault",
    "code": "KMSKeyNotAccessibleFault",
    "status": 400,
    "type": "Sender",
    "declared": true
  },
  {
    "shape": "AccessDenied",
    "code": "AccessDenied",
    "otherCodes": [
      "AccessDeniedException"
    ],
    "status": 403,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "IncompleteSignature",
    "code": "IncompleteSignature",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "InternalFailure",
    "code": "InternalFailure",
    "status": 500,
    "type": "Receiver",
    "declared": false
  },
  {
    "shape": "InvalidAction",
    "code": "InvalidAction",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "InvalidClientTokenId",
    "code": "InvalidClientTokenId",
    "status": 403,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "InvalidParameterCombination",
    "code": "InvalidParameterCombination",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "InvalidParameterValue",
    "code": "InvalidParameterValue",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "InvalidQueryParameter",
    "code": "InvalidQueryParameter",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "MalformedQueryString",
    "code": "MalformedQueryString",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "MissingAction",
    "code": "MissingAction",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "MissingAuthenticationToken",
    "code": "MissingAuthenticationToken",
    "status": 403,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "MissingParameter",
    "code": "MissingParameter",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "OptInRequired",
    "code": "OptInRequired",
    "status": 403,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "RequestEntityTooLarge",
    "code": "RequestEntityTooLarge",
    "status": 413,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "RequestExpired",
    "code": "RequestExpired",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "ServiceUnavailable",
    "code": "ServiceUnavailable",
    "status": 503,
    "type": "Receiver",
    "declared": false
  },
  {
    "shape": "SignatureDoesNotMatch",
    "code": "SignatureDoesNotMatch",
    "status": 403,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "Throttling",
    "code": "Throttling",
    "status": 400,
    "type": "Sender",
    "declared": false
  },
  {
    "shape": "ValidationError",
    "code": "ValidationError",
    "status": 400,
    "type": "Sender",
    "declared": false
  }
];

/** What provenance entries refer to. */
export const sources: Readonly<Record<string, Source>> = {
  "operation": {
    "title": "boto3 reference, Neptune client, copy_db_cluster_snapshot",
    "date": "2026-11-22"
  },
  "service-model": {
    "title": "Service model of Neptune, API version 2014-10-31 (@aws-sdk/client-neptune 3.1127.0, botocore)",
    "date": "2026-11-22"
  },
  "user-guide": {
    "title": "Neptune user guide, backing up and sharing DB cluster snapshots",
    "date": "2026-11-22"
  },
  "common-errors": {
    "title": "Neptune API reference, common errors",
    "date": "2026-11-22"
  },
  "limits": {
    "title": "Neptune user guide, quotas and limits",
    "date": "2026-11-22"
  },
  "ccs-report": {
    "title": "Public reports of CopyDBClusterSnapshot on the shared RDS control plane",
    "date": "2026-11-22"
  },
  "cis-report": {
    "title": "Public reports of CopyDBSnapshot on the shared RDS control plane",
    "date": "2026-11-22"
  },
  "tagging-report": {
    "title": "Public reports of tagging calls on the shared RDS control plane",
    "date": "2026-11-22"
  },
  "identifier-report": {
    "title": "Public reports of identifier validation in the same service",
    "date": "2026-11-22"
  },
  "aws-sample": {
    "title": "Sample answers in AWS documentation",
    "date": "2026-11-22"
  },
  "moto-note": {
    "title": "moto, rds/models.py, behaviour verified by its authors against AWS",
    "date": "2025-02-12"
  },
  "convention": {
    "title": "General conventions of AWS Query services and neighbouring operations",
    "date": "2026-11-22"
  }
};

/** What the documentation leaves open, and how the contract reads it. */
export const ambiguities: readonly Ambiguity[] = [
  {
    "id": "system-snapshot",
    "question": "The source must be a valid \"system snapshot\", a term defined nowhere.",
    "reading": "Any valid source snapshot, manual or automated.",
    "rules": [
      "copy-of-automated",
      "source-exists"
    ]
  },
  {
    "id": "db-snapshot-identifier",
    "question": "The source must be a valid \"DB snapshot identifier\", which elsewhere means an instance snapshot's name.",
    "reading": "The name of a cluster snapshot; an ARN is not excluded.",
    "rules": [
      "source-identifier-form",
      "source-arn-form"
    ]
  },
  {
    "id": "neptune-arns",
    "question": "Some pages of the user guide show ARNs of the form `arn:aws:neptune:...:snapshot:...`.",
    "reading": "Documentation errors; the service is rds and the type cluster-snapshot.",
    "rules": [
      "source-arn-form"
    ]
  },
  {
    "id": "ascii-letters",
    "question": "Whether \"letters\" in identifiers include those beyond ASCII.",
    "reading": "ASCII only.",
    "rules": [
      "target-identifier-syntax",
      "source-identifier-form"
    ]
  },
  {
    "id": "shared-means-encrypted",
    "question": "Whether any copy of a shared snapshot needs KmsKeyId.",
    "reading": "Only that of an encrypted one.",
    "rules": [
      "kms-shared-requires-key"
    ]
  },
  {
    "id": "null-value",
    "question": "What \"otherwise, a null value\" means on the wire.",
    "reading": "The element is absent.",
    "rules": [
      "copy-source-arn",
      "wire-absent-members"
    ]
  },
  {
    "id": "restore-prose",
    "question": "The description of DBClusterSnapshotIdentifier in the answer speaks of restoring clusters.",
    "reading": "Text of another product, without meaning for this operation.",
    "rules": [
      "copy-identifier-lowercase"
    ]
  },
  {
    "id": "tag-value-minimum",
    "question": "A value has \"1 to 256\" characters, yet is optional and empty ones have been accepted.",
    "reading": "Empty and absent values are left open.",
    "rules": [
      "tag-value-length"
    ]
  },
  {
    "id": "tag-length-unit",
    "question": "Whether characters beyond the Basic Multilingual Plane count as one or as two.",
    "reading": "Left open when the two counts fall on different sides of the limit.",
    "rules": [
      "tag-key-length",
      "tag-value-length"
    ]
  },
  {
    "id": "tag-white-space",
    "question": "Prose allows \"white-space\", the regular expression only separators; a message of the service also allows the commercial at.",
    "reading": "White space that is no separator, the commercial at and the backslash are left open.",
    "rules": [
      "tag-charset"
    ]
  },
  {
    "id": "tag-prefix-case",
    "question": "Whether `AWS:` is reserved as `aws:` is.",
    "reading": "Left open.",
    "rules": [
      "tag-key-reserved-prefix",
      "tag-value-reserved-prefix"
    ]
  },
  {
    "id": "tag-value-prefix",
    "question": "Whether the reserved prefixes are enforced in values.",
    "reading": "Left open.",
    "rules": [
      "tag-value-reserved-prefix"
    ]
  },
  {
    "id": "copied-system-tags",
    "question": "Whether CopyTags takes over tags of the source whose key starts with `aws:`.",
    "reading": "Left open for those tags, required for the others.",
    "rules": [
      "copy-tags-all"
    ]
  },
  {
    "id": "tags-and-copy-tags",
    "question": "What CopyTags together with Tags does.",
    "reading": "Tags win, as observed; an empty list counts as none.",
    "rules": [
      "tags-over-copy-tags"
    ]
  },
  {
    "id": "precedence",
    "question": "Which fault answers a request that breaks several rules.",
    "reading": "Any fault of any broken rule.",
    "rules": []
  },
  {
    "id": "presigned-url",
    "question": "PreSignedUrl is \"not currently supported\" and \"automatically populated\".",
    "reading": "It may be sent and is ignored.",
    "rules": [
      "presigned-url-ignored"
    ]
  },
  {
    "id": "source-region",
    "question": "SourceRegion is a parameter of the document but not of the service.",
    "reading": "A client-side convenience; it never reaches the wire.",
    "rules": [
      "presigned-url-ignored"
    ]
  },
  {
    "id": "cluster-state-fault",
    "question": "InvalidDBClusterStateFault is declared without a condition.",
    "reading": "Never answered by the model, accepted by no rule.",
    "rules": []
  },
  {
    "id": "two-walls",
    "question": "Whether one copy may cross accounts and Regions at once.",
    "reading": "Left open.",
    "rules": [
      "source-one-step"
    ]
  },
  {
    "id": "blank-key",
    "question": "Whether an empty KmsKeyId is no key or a wrong one.",
    "reading": "Left open.",
    "rules": [
      "kms-key-accessible"
    ]
  },
  {
    "id": "cross-region-create-time",
    "question": "Whether a copy in another Region keeps the time of the original.",
    "reading": "Left open.",
    "rules": [
      "copy-create-time"
    ]
  },
  {
    "id": "deleted-source",
    "question": "What becomes of a copy in progress when its source is deleted.",
    "reading": "It may fail or finish.",
    "rules": [
      "copy-progress"
    ]
  }
];

/** SHA-256 of the files under spec/ that the catalogue and the cases come from. */
export const specHash = '22cd1f253c84d448fff5da629ab9f81c746a294bade309159fe0058413089e3a';
