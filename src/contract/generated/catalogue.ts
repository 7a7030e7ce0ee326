// Generated from spec/ by `npm run generate`. Do not edit.

import type { Ambiguity, FaultEntry, RequirementSet, Rule, Source } from './types.ts';

/** Preconditions, in canonical precedence. */
export type PreconditionId =
  | 'action-required'
  | 'action-known'
  | 'form-plain'
  | 'source-required'
  | 'target-required'
  | 'source-not-blank'
  | 'target-not-blank'
  | 'target-identifier-syntax'
  | 'source-identifier-form'
  | 'source-arn-form'
  | 'source-partition'
  | 'copy-tags-boolean'
  | 'presigned-url-of-sdk'
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
  | 'copy-plain'
  | 'copy-of-orphan'
  | 'copy-of-automated'
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
  | 'wire-request-form'
  | 'wire-sdk-agrees';

/** Any rule of the catalogue. */
export type RuleId = PreconditionId | PostconditionId | WireRuleId;

/** Rules that say what members of the copy must be. */
export type MemberRuleId =
  | 'copy-identifier-lowercase'
  | 'copy-type-manual'
  | 'copy-arn'
  | 'copy-source-arn'
  | 'copy-inherits'
  | 'copy-create-time'
  | 'copy-unencrypted-stays'
  | 'copy-same-key'
  | 'copy-new-key'
  | 'copy-progress';

/** Rules of the wire about the request: no form of an answer shows them. */
export type RequestRuleId =
  | 'wire-request-lists'
  | 'wire-request-form';

/** Shape of a fault. */
export type FaultShape =
  | 'DBClusterSnapshotAlreadyExistsFault'
  | 'DBClusterSnapshotNotFoundFault'
  | 'InvalidDBClusterStateFault'
  | 'InvalidDBClusterSnapshotStateFault'
  | 'SnapshotQuotaExceededFault'
  | 'KMSKeyNotAccessibleFault'
  | 'AccessDenied'
  | 'ExpiredToken'
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
  | 'UnrecognizedClientException'
  | 'ValidationError';

/** The rules that a fault claims to be broken. */
export interface Claims {
  readonly rule: RuleId;
  /** The same for a request that names a key. */
  readonly withKey?: RuleId;
}

/** The rules, in canonical precedence. */
export const rules: readonly (Rule & { readonly id: RuleId })[] = [
  {
    "id": "action-required",
    "kind": "precondition",
    "about": "form",
    "needs": "form",
    "statement": "A request names its operation in the parameter Action.",
    "faults": [
      "MissingAction",
      "InvalidAction",
      "MissingParameter"
    ],
    "message": "The request must contain the parameter Action.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "common-errors",
        "section": "MissingAction"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "common-errors",
        "section": "MissingAction"
      }
    ],
    "note": "No real answer is known. An empty body is this rule too. The form decides before anything else, so of the members of such a request nothing is said."
  },
  {
    "id": "action-known",
    "kind": "precondition",
    "about": "form",
    "needs": "form",
    "statement": "Action and Version name an operation that the service has, in API version 2014-10-31.",
    "faults": [
      "InvalidAction"
    ],
    "message": "Could not find the operation for the version.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "common-errors",
        "section": "InvalidAction"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "version-report",
        "section": "another version, RDS"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "common-errors",
        "section": "InvalidAction"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "version-report",
        "section": "code, status and text, DescribeDBInstances"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "operation-report",
        "section": "code and status, DescribeDBProxies"
      }
    ],
    "note": "The answer that was seen has another namespace than the service, http://webservices.amazon.com/AWSFault/2005-15-09. A request without Version is unspecified."
  },
  {
    "id": "form-plain",
    "kind": "precondition",
    "about": "form",
    "needs": "form",
    "statement": "What becomes of a form that no SDK writes is unspecified.",
    "faults": [
      "MalformedQueryString",
      "InvalidQueryParameter",
      "InvalidParameterValue",
      "InvalidParameterCombination",
      "ValidationError",
      "MissingParameter",
      "MissingAction",
      "InvalidAction",
      "IncompleteSignature",
      "SignatureDoesNotMatch"
    ],
    "message": "The form is not one that can be read.",
    "alwaysUnspecified": "Nobody has reported what becomes of such a form at this operation.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "convention",
        "section": "GET, unknown parameters, other lists, gaps, charsets and types"
      },
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "doubled-report",
        "section": "a doubled parameter, another service"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "common-errors"
      }
    ],
    "note": "Always unspecified, never broken: a GET with a query string, a parameter that stands twice or is unknown, a list that is numbered with gaps or has elements of another name, a request without Version, a body in another charset or of another type. Any answer but a failure of the service will do, even one that is no XML, and nothing else is looked at."
  },
  {
    "id": "source-required",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "A request names the snapshot to copy.",
    "faults": [
      "MissingParameter",
      "InvalidParameterValue",
      "MissingAction"
    ],
    "message": "The request must contain the parameter SourceDBClusterSnapshotIdentifier.",
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
        "source": "common-errors",
        "section": "MissingParameter, InvalidParameterValue"
      }
    ],
    "note": "The JavaScript SDK sends the request all the same; botocore refuses on the client."
  },
  {
    "id": "target-required",
    "kind": "precondition",
    "about": "TargetDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "A request names the copy to be made.",
    "faults": [
      "MissingParameter",
      "InvalidParameterValue",
      "MissingAction"
    ],
    "message": "The request must contain the parameter TargetDBClusterSnapshotIdentifier.",
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
        "source": "common-errors",
        "section": "MissingParameter, InvalidParameterValue"
      }
    ],
    "note": "The JavaScript SDK sends the request all the same; botocore refuses on the client."
  },
  {
    "id": "source-not-blank",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "The source identifier is not empty.",
    "faults": [
      "InvalidParameterValue",
      "MissingParameter"
    ],
    "message": "The parameter SourceDBClusterSnapshotIdentifier must be provided and must not be blank.",
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
    "about": "TargetDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "The target identifier is not empty.",
    "faults": [
      "InvalidParameterValue",
      "MissingParameter"
    ],
    "message": "The parameter TargetDBClusterSnapshotIdentifier must be provided and must not be blank.",
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
    "about": "TargetDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "The target identifier has 1 to 63 ASCII letters, digits and hyphens, starts with a letter, does not end with a hyphen and has no two hyphens in a row.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "The parameter TargetDBClusterSnapshotIdentifier is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.",
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
        "source": "identifier-report",
        "section": "code and text, another operation"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "final-snapshot-report",
        "section": "code and status, another operation"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "long-name-report",
        "section": "DescribeDBClusterSnapshots",
        "says": "A snapshot may have a name of 71 characters.",
        "setAside": "AWS made that name by itself; no request that asked for more than 63 characters is known to have been accepted."
      }
    ],
    "note": "Texts differ: an overlong name has been answered with one that speaks of 63 characters. That number is documented; no refusal of 64 to 255 is known, and AWS itself makes longer names (terraform-provider-aws issue 33540, 71 characters), so the name of a source may have any length."
  },
  {
    "id": "source-identifier-form",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "A source that is no ARN is the name of a snapshot; that of an automated one starts with `rds:`, that of one of AWS Backup with `awsbackup:`.",
    "faults": [
      "InvalidParameterValue",
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "The parameter SourceDBClusterSnapshotIdentifier is not a valid identifier.",
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
        "source": "name-or-arn-report",
        "section": "InvalidParameterValue for another member that takes a name or an ARN"
      }
    ]
  },
  {
    "id": "source-arn-form",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "request",
    "statement": "A source ARN has the form `arn:<partition>:rds:<region>:<account>:cluster-snapshot:<name>`.",
    "faults": [
      "InvalidParameterValue",
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "Invalid snapshot identifier {source}.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "arn-guide",
        "section": "DB cluster snapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "terraform-snapshot-test",
        "section": "the ARN of a Neptune snapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-sample",
        "section": "the name of an automated snapshot holds a colon"
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
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "region",
    "statement": "The source is in the caller's partition, which follows from the Region.",
    "faults": [
      "InvalidParameterValue",
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "Invalid snapshot identifier {source}.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "copying-guide",
        "section": "limitations"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ],
    "note": "The partitions are those of botocore's list: aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f. An ARN of a Region that is on no list leads to no snapshot, but may be answered as one that is none."
  },
  {
    "id": "copy-tags-boolean",
    "kind": "precondition",
    "about": "CopyTags",
    "needs": "request",
    "statement": "CopyTags is a boolean on the wire, `true` or `false`.",
    "faults": [
      "InvalidParameterValue",
      "MalformedQueryString",
      "ValidationError"
    ],
    "message": "Value {copyTags} of parameter CopyTags is not a boolean.",
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
    "id": "presigned-url-of-sdk",
    "kind": "precondition",
    "about": "PreSignedUrl",
    "needs": "region",
    "statement": "The PreSignedUrl that SDKs make by themselves for a source in another Region is not refused; what becomes of any other is unspecified.",
    "faults": [
      "InvalidParameterValue",
      "InvalidParameterCombination"
    ],
    "message": "PreSignedurl could not be authenticated",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "PreSignedUrl, SDKs fill it in"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "presigned-trial",
        "section": "an SDK's own URL for another Region is not complained of"
      },
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "presigning-report",
        "section": "SDKs fill it in by themselves"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "presigned-report",
        "section": "InvalidParameterValue"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "presigned-php-report",
        "section": "InvalidParameterValue"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "presigned-ruby-report",
        "section": "InvalidParameterValue"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "presigned-documentdb-report",
        "section": "InvalidParameterValue"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "needless-url-report",
        "section": "InvalidParameterCombination of another operation"
      }
    ],
    "note": "Never broken: a URL for a source in the called Region, one that is not signed, or a text that is no URL may be ignored or refused. Whether a copy of this operation needs one is not asked: \"not currently supported\"."
  },
  {
    "id": "tag-key-required",
    "kind": "precondition",
    "about": "tag-key",
    "needs": "request",
    "statement": "Each tag has a key.",
    "faults": [
      "InvalidParameterValue",
      "MissingParameter",
      "ValidationError"
    ],
    "message": "A tag must have a key.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Key is the required name"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "api-tag",
        "section": "Key"
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
    "about": "tag-key",
    "needs": "request",
    "statement": "A tag key has 1 to 128 characters.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "The tag key must be between 1 and 128 characters long.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Key"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "api-tag",
        "section": "Key"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "charset-report",
        "section": "as for other flaws of a tag"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "empty-value-report",
        "section": "a developer of the service",
        "says": "A tag key has 0 to 128 characters.",
        "setAside": "An empty key is unspecified; the upper limit is the same."
      }
    ],
    "note": "No real answer to an overlong key is known. A developer of the service speaks of 0 to 128 characters, against the documents, so an empty key is unspecified; it may also be read as none."
  },
  {
    "id": "tag-value-length",
    "kind": "precondition",
    "about": "tag-value",
    "needs": "request",
    "statement": "A tag value has at most 256 characters.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "The tag value must be between 0 and 256 characters long.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags, Value"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "cloudformation-tag",
        "section": "Value, 0 to 256"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "empty-value-report",
        "section": "empty values are accepted"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "charset-report",
        "section": "as for other flaws of a tag"
      }
    ],
    "note": "The documented minimum of one character is contradicted by observation; empty and absent values are unspecified."
  },
  {
    "id": "tag-key-reserved-prefix",
    "kind": "precondition",
    "about": "tag-key",
    "needs": "request",
    "statement": "A tag key does not start with `aws:` or `rds:`.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Tag keys cannot start with the reserved prefix \"{prefix}\".",
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
        "source": "prefix-report",
        "section": "aws: only"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "prefix-report",
        "section": "aws: only"
      },
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "cross-region-tags-report",
        "section": "CopyTags with aws: tags at the source, rejected"
      }
    ],
    "note": "Whether AWS minds the case of the prefix is unspecified, and so is CopyTags when the source has tags with the prefix. No report shows `rds:` refused."
  },
  {
    "id": "tag-value-reserved-prefix",
    "kind": "precondition",
    "about": "tag-value",
    "needs": "request",
    "statement": "A tag value does not start with `aws:` or `rds:`.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Tag values must not start with a reserved prefix.",
    "alwaysUnspecified": "Its enforcement has never been seen.",
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
        "source": "prefix-report",
        "section": "as for keys"
      }
    ],
    "note": "Its enforcement has never been seen, so a value with the prefix is always unspecified."
  },
  {
    "id": "tag-charset",
    "kind": "precondition",
    "about": "tag",
    "needs": "request",
    "statement": "Tag keys and values consist of Unicode letters, separators and digits and of `_.:/=+-`.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "Tag values may only contain unicode letters, digits, whitespace, or one of these symbols: _ . : / = + \\ - @",
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
        "source": "charset-report",
        "section": "code, status and text"
      }
    ],
    "note": "The commercial at, the backslash, white space that is no separator, and characters newer than the Unicode tables at hand are unspecified."
  },
  {
    "id": "tag-count",
    "kind": "precondition",
    "about": "Tags",
    "needs": "request",
    "statement": "A request carries at most 50 tags.",
    "faults": [
      "InvalidParameterValue"
    ],
    "message": "A resource may have at most 50 tags.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-limits",
        "section": "tags per resource, 50"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ],
    "note": "Documented for RDS, whose limits Neptune says it shares. Whether tags count that CopyTags brings in beside Tags is unspecified."
  },
  {
    "id": "tag-key-unique",
    "kind": "precondition",
    "about": "tag-key",
    "needs": "request",
    "statement": "No tag key stands twice in one request.",
    "faults": [
      "InvalidParameterCombination",
      "InvalidParameterValue"
    ],
    "message": "Duplicate tag key found in request: {tagKey}",
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "duplicate-key-report",
        "section": "CreateDBInstance"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "duplicate-key-report",
        "section": "InvalidParameterCombination, code, status and text"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention",
        "section": "InvalidParameterValue"
      }
    ],
    "note": "Code and text were seen of another operation of this control plane (CreateDBInstance, crossplane/stack-aws-sample issue 12)."
  },
  {
    "id": "source-exists",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "The source exists.",
    "faults": [
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "DBClusterSnapshot not found: {source}",
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
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "not-found-report",
        "section": "code and text, restoring a cluster"
      }
    ]
  },
  {
    "id": "source-shared-by-arn",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "A snapshot shared by another account is named by its ARN; a bare name is looked up in the caller's own account and Region.",
    "faults": [
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "DBClusterSnapshot not found: {source}",
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
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "A snapshot of another Region is named by its ARN; a bare name is looked up in the called Region.",
    "faults": [
      "DBClusterSnapshotNotFoundFault"
    ],
    "message": "DBClusterSnapshot not found: {source}",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "present-model",
        "section": "SourceDBClusterSnapshotIdentifier"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-api",
        "section": "SourceDBClusterSnapshotIdentifier, constraints"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      }
    ],
    "note": "Said of Neptune itself since botocore af188dd17 (2025-09-24): the source of another Region, or of another account, is named by its ARN."
  },
  {
    "id": "source-visible",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "A snapshot of another account is shared with the caller, or with everybody.",
    "faults": [
      "DBClusterSnapshotNotFoundFault",
      "AccessDenied"
    ],
    "message": "DBClusterSnapshot not found: {source}",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "api-sharing",
        "section": "who may copy a shared snapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "foreign-not-found-report",
        "section": "restoring a cluster"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "foreign-not-found-report",
        "section": "not found, restoring a cluster; of copying nobody has reported"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention",
        "section": "AccessDenied"
      }
    ],
    "note": "That such a snapshot is not copied is what matters; which fault says so is not known of this operation."
  },
  {
    "id": "source-one-step",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "caller",
    "statement": "One copy may cross accounts and Regions at once, as documented; that it is refused is unspecified.",
    "faults": [
      "InvalidParameterValue",
      "InvalidParameterCombination",
      "DBClusterSnapshotNotFoundFault",
      "KMSKeyNotAccessibleFault",
      "AccessDenied"
    ],
    "message": "A snapshot can't be copied across accounts and Regions in one step.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "copying-guide-later",
        "section": "a single step is allowed"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-guide",
        "section": "examples 4 and 5, one step"
      },
      {
        "of": "fault",
        "level": "inferred",
        "source": "convention"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-api",
        "section": "introduction",
        "says": "A shared snapshot can be copied within its Region only.",
        "setAside": "Neptune's guide allows one step, and DocumentDB's own guide shows it."
      }
    ],
    "note": "Always unspecified when a source of another account lies in another Region; never broken. The guides of Neptune and Aurora copy in one step, and so do examples of DocumentDB; an earlier service model of Neptune forbade it, and DocumentDB's does."
  },
  {
    "id": "source-available",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "The source is in the status `available`.",
    "faults": [
      "InvalidDBClusterSnapshotStateFault"
    ],
    "message": "The source snapshot {source} is not in the available state.",
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
    "about": "KmsKeyId",
    "needs": "region",
    "statement": "A key or alias named by its ARN is in the called Region.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it.",
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
        "source": "key-report",
        "section": "as for any key that cannot be used"
      }
    ],
    "note": "A multi-Region key is addressed by its replica in the called Region. No real answer to a key of another Region is known."
  },
  {
    "id": "kms-key-accessible",
    "kind": "precondition",
    "about": "KmsKeyId",
    "needs": "part-of-world",
    "statement": "KmsKeyId names an enabled key that the caller may use and make grants of, by key id, key ARN, alias name or alias ARN.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId; Exceptions, KMSKeyNotAccessibleFault"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "api-reference",
        "section": "KmsKeyId, ways of naming a key"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "key-report",
        "section": "code and text of CopyDBClusterSnapshot itself"
      }
    ],
    "note": "An empty KmsKeyId is unspecified. Another text, of CopyDBSnapshot: \"The target KMS key [None] does not exist, is not enabled or you do not have permissions to access it.\" (rds-snapshot-tool issue 70)."
  },
  {
    "id": "kms-key-symmetric",
    "kind": "precondition",
    "about": "KmsKeyId",
    "needs": "world",
    "statement": "The key is a symmetric encryption key.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it.",
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
    "about": "KmsKeyId",
    "needs": "world",
    "statement": "An unencrypted snapshot cannot be encrypted by copying it, so KmsKeyId is refused.",
    "faults": [
      "InvalidParameterCombination",
      "InvalidParameterValue"
    ],
    "message": "KmsKeyId cannot be specified for a copy of the unencrypted snapshot {source}.",
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
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "earlier-model",
        "section": "KmsKeyId",
        "says": "The copy of an unencrypted snapshot is encrypted with KmsKeyId.",
        "setAside": "An older text; the present one says that an error is returned."
      }
    ],
    "note": "That an error is returned is documented; which one is not. An earlier service model said that the copy is encrypted."
  },
  {
    "id": "kms-shared-requires-key",
    "kind": "precondition",
    "about": "KmsKeyId",
    "needs": "world",
    "statement": "Copying an encrypted snapshot of another account needs a KmsKeyId.",
    "faults": [
      "KMSKeyNotAccessibleFault",
      "InvalidParameterValue",
      "InvalidParameterCombination"
    ],
    "message": "A KmsKeyId must be specified to copy the encrypted snapshot {source} of another account.",
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
    "about": "KmsKeyId",
    "needs": "world",
    "statement": "Copying an encrypted snapshot from another Region needs a KmsKeyId of the called Region.",
    "faults": [
      "InvalidParameterValue",
      "KMSKeyNotAccessibleFault"
    ],
    "message": "Must specify new KMS key for cross region encrypted snapshot copy.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "copying-guide-later",
        "section": "copying across Regions"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-api",
        "section": "KmsKeyId"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-api",
        "section": "KmsKeyId"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cross-region-key-report",
        "section": "CopyDBSnapshot"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "cross-region-key-report",
        "section": "CopyDBSnapshot"
      }
    ],
    "note": "The present user guide of Neptune says so of encrypted snapshots; later service models have lost the sentence."
  },
  {
    "id": "kms-source-key-accessible",
    "kind": "precondition",
    "about": "SourceDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "The key that encrypts the source is enabled and open to the caller.",
    "faults": [
      "KMSKeyNotAccessibleFault"
    ],
    "message": "The source snapshot KMS key [{sourceKey}] does not exist, is not enabled or you do not have permissions to access it.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "source-key-report",
        "section": "CopyDBClusterSnapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "managed-key-report",
        "section": "CopyDBClusterSnapshot"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "source-key-report",
        "section": "code and text"
      }
    ],
    "note": "An AWS managed key cannot be opened to another account. A policy that lets the other account encrypt and decrypt, but not kms:CreateGrant, is not enough (aurora-snapshot-tool issue 29, rds-snapshot-tool pull request 53)."
  },
  {
    "id": "target-unique",
    "kind": "precondition",
    "about": "TargetDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "No snapshot of the target's name, in whatever case and of whatever type, exists in the caller's account and Region.",
    "faults": [
      "DBClusterSnapshotAlreadyExistsFault"
    ],
    "message": "Cannot create the cluster snapshot because one with the identifier {target} already exists.",
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
        "source": "exists-report",
        "section": "code, status and text, final snapshot of a cluster"
      }
    ],
    "note": "Copying a snapshot onto itself is this rule too."
  },
  {
    "id": "manual-snapshot-quota",
    "kind": "precondition",
    "about": "TargetDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "The caller's Region holds fewer manual cluster snapshots than the quota (100 unless raised); automated ones and those of AWS Backup do not count.",
    "faults": [
      "SnapshotQuotaExceededFault"
    ],
    "message": "Cannot create more than {quota} manual snapshots",
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
        "source": "limits",
        "section": "limits for each account are those of RDS"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-limits",
        "section": "manual DB cluster snapshots, 100"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model",
        "section": "SnapshotQuotaExceededFault"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "quota-report",
        "section": "code and text of CopyDBClusterSnapshot itself"
      }
    ]
  },
  {
    "id": "copies-in-progress-quota",
    "kind": "precondition",
    "about": "TargetDBClusterSnapshotIdentifier",
    "needs": "world",
    "statement": "Fewer than five copies from other Regions are in progress into the caller's Region.",
    "faults": [
      "SnapshotQuotaExceededFault"
    ],
    "message": "Cannot copy more than {copiesQuota} snapshots across regions",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "copying-guide",
        "section": "limitations"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "in-progress-report",
        "section": "CopyDBSnapshot, across Regions"
      },
      {
        "of": "fault",
        "level": "documented",
        "source": "service-model",
        "section": "SnapshotQuotaExceededFault"
      },
      {
        "of": "fault",
        "level": "observed",
        "source": "in-progress-report",
        "section": "CopyDBSnapshot"
      }
    ],
    "note": "The guide speaks of copies into one Region, wherever they come from; the report, of copies across Regions. So whether a copy within a Region is counted, or refused, while five are in progress is unspecified."
  },
  {
    "id": "copy-identifier-lowercase",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "statement": "The copy has the target's name in lower case.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "creating-model",
        "section": "stored as a lowercase string"
      },
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "operation",
        "section": "identifiers are not case-sensitive"
      }
    ]
  },
  {
    "id": "copy-type-manual",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "statement": "A copy is a manual snapshot, whatever its source was.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "copying-guide",
        "section": "first paragraph"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "orphan-report",
        "section": "the copy of an automated snapshot"
      }
    ]
  },
  {
    "id": "copy-arn",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "statement": "The copy's ARN has the caller's account and Region and the new name.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "DBClusterSnapshotArn"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "arn-guide",
        "section": "DB cluster snapshot"
      }
    ]
  },
  {
    "id": "copy-source-arn",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "shownBy": "description",
    "statement": "Once it is available, a copy is described with the ARN of its source; a snapshot that is no copy has no such member.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "SourceDBClusterSnapshotArn"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "terraform-copy-test",
        "section": "an imported copy has its source's ARN"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-guide",
        "section": "samples, while copying"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "terraform-snapshot-test",
        "section": "a Neptune snapshot that is no copy has none"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-sample",
        "section": "a copy in its own Region",
        "says": "The answer has no such member.",
        "setAside": "The immediate answer may lack it; the copy is described with it once it is available."
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-api",
        "section": "sample, a copy in its own Region",
        "says": "The answer has no such member.",
        "setAside": "As the sample of the AWS CLI."
      }
    ],
    "note": "In the immediate answer it may be absent, as in two samples of AWS of copies in their own Region; another ARN it must not be. Terraform's tests, which verify an imported copy against AWS, need it in the description."
  },
  {
    "id": "copy-inherits",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "shownBy": "source",
    "statement": "Engine, version, cluster, port, storage, license and IAM flag are the source's; VPC and zones too within one account and Region. Storage and zones may move until the copy is available.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "members of DBClusterSnapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-sample",
        "section": "a copy in its own Region"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-creating-sample",
        "section": "AllocatedStorage 1, and 0 in cli-deleting-sample",
        "says": "The storage changes between creating and available.",
        "setAside": "Storage may change until the snapshot is available."
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-deleting-sample",
        "section": "AllocatedStorage 0, SnapshotCreateTime as in the other sample",
        "says": "The storage changes between creating and available.",
        "setAside": "Storage may change until the snapshot is available."
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-guide",
        "section": "samples, AvailabilityZones",
        "says": "There are six zones, then four.",
        "setAside": "Zones may change until the snapshot is available."
      }
    ],
    "note": "The sample shows 0 for Port and AllocatedStorage, so 0 is a value like any other. One Aurora snapshot has been shown with an AllocatedStorage of 1 while it was created and of 0 when it was available; DocumentDB's samples show six zones, then four."
  },
  {
    "id": "copy-create-time",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "shownBy": "source",
    "statement": "Within an account and a Region the copy keeps the time at which the original snapshot was taken.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-sample",
        "section": "the time of the copy is the one in its source's name"
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-api",
        "section": "sample, the same time"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-snapshot-api",
        "section": "SnapshotCreateTime",
        "says": "The time changes for the copy when the snapshot is copied."
      },
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-snapshot-api",
        "section": "OriginalSnapshotCreateTime",
        "says": "The time of the original is another member."
      }
    ],
    "note": "Elsewhere it is unspecified. The model of CopyDBSnapshot says that the time changes for the copy, and has a member of its own for the original one."
  },
  {
    "id": "copy-unencrypted-stays",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "statement": "A copy of an unencrypted snapshot is unencrypted and has no KmsKeyId.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "terraform-copy-test",
        "section": "no key on an unencrypted copy"
      }
    ]
  },
  {
    "id": "copy-same-key",
    "kind": "postcondition",
    "measuredBy": [
      "members"
    ],
    "statement": "Without KmsKeyId, the copy of an encrypted snapshot in its own account and Region is encrypted with the source's key.",
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
    "measuredBy": [
      "members"
    ],
    "statement": "With KmsKeyId, the copy is encrypted with that key and tells its full ARN.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "KmsKeyId"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "terraform-copy-test",
        "section": "the key's ARN on the copy"
      }
    ]
  },
  {
    "id": "copy-no-tags-by-default",
    "kind": "postcondition",
    "measuredBy": [
      "tags"
    ],
    "statement": "Unless the request asks for tags, the copy has none, not even those of the cluster.",
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
    "measuredBy": [
      "tags"
    ],
    "statement": "With CopyTags and no Tags, the copy has all tags of the source.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "CopyTags"
      }
    ],
    "note": "What becomes of the source's `aws:` tags is unspecified; one report shows the copy rejected."
  },
  {
    "id": "copy-assigns-tags",
    "kind": "postcondition",
    "measuredBy": [
      "tags"
    ],
    "statement": "With Tags and no CopyTags, the copy has exactly those tags.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Tags"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "terraform-copy-test",
        "section": "tags given are on the copy"
      }
    ]
  },
  {
    "id": "tags-over-copy-tags",
    "kind": "postcondition",
    "measuredBy": [
      "tags"
    ],
    "statement": "With CopyTags and Tags, the copy has the tags of the request, and of the source's others none or all; an empty list counts as none.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "tags-report",
        "section": "tried out on CopyDBSnapshot, said of CopyDBClusterSnapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "moto-note",
        "section": "CopyDBClusterSnapshot"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "documentdb-guide",
        "section": "sample, --copy-tags --tags",
        "says": "All tags of the original are copied, and a new one is added.",
        "setAside": "Either is accepted, and nothing else."
      }
    ],
    "note": "The reports have the tags of the request alone; a sample of DocumentDB has all tags of the original and a new one. Nobody says that some of the source's tags are taken over, or that one of them wins over a tag of the request."
  },
  {
    "id": "copy-plain",
    "kind": "postcondition",
    "measuredBy": [
      "outcome"
    ],
    "statement": "A snapshot of the caller's own that is available can be copied in its place, under a name that is free.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "operation",
        "section": "Introduction"
      }
    ]
  },
  {
    "id": "copy-of-orphan",
    "kind": "postcondition",
    "measuredBy": [
      "outcome"
    ],
    "statement": "A snapshot can be copied after its cluster is gone.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "orphan-report"
      }
    ]
  },
  {
    "id": "copy-of-automated",
    "kind": "postcondition",
    "measuredBy": [
      "outcome"
    ],
    "statement": "An automated snapshot can be copied.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "copying-guide",
        "section": "first paragraph"
      },
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "operation",
        "section": "SourceDBClusterSnapshotIdentifier, a system snapshot"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "cli-sample",
        "section": "an automated source"
      }
    ]
  },
  {
    "id": "source-case-insensitive",
    "kind": "postcondition",
    "measuredBy": [
      "outcome"
    ],
    "statement": "The source is found whatever the case of its identifier.",
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
    "measuredBy": [
      "observation"
    ],
    "shownBy": "source",
    "statement": "Copying leaves the source as it was.",
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
    "measuredBy": [
      "members",
      "observation"
    ],
    "statement": "A copy is creating or copying until it is available (or failed); its PercentProgress, which may be absent until it runs, never falls and is 100 once available.",
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
        "source": "creating-report",
        "section": "creating, copying"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "copying-report",
        "section": "copying"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "pending-report",
        "section": "pending, CopyDBSnapshot across Regions"
      }
    ],
    "note": "A copy that is available at once is fine, and one that is pending too: a copy across Regions has been seen so while it waited for its turn. The guide says that no progress is displayed while a copy waits in the queue."
  },
  {
    "id": "copy-described",
    "kind": "postcondition",
    "measuredBy": [
      "observation"
    ],
    "shownBy": "description",
    "statement": "DescribeDBClusterSnapshots shows the copy as it was answered, ListTagsForResource its tags.",
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
    "measuredBy": [
      "observation"
    ],
    "shownBy": "description",
    "statement": "A rejected request creates nothing.",
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
    "measuredBy": [
      "answer"
    ],
    "statement": "The answer is well-formed XML.",
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
    "measuredBy": [
      "answer"
    ],
    "statement": "The answer is declared as `text/xml`.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "AWS Query protocol"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "raw-fault-report",
        "section": "CopyDBSnapshot"
      }
    ]
  },
  {
    "id": "wire-success-envelope",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "A success is HTTP 200 with CopyDBClusterSnapshotResponse, CopyDBClusterSnapshotResult, DBClusterSnapshot and ResponseMetadata.",
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
    "measuredBy": [
      "answer"
    ],
    "statement": "A fault is an ErrorResponse with Error (Type, Code, Message) and RequestId.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "AWS Query protocol"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "raw-fault-report",
        "section": "CopyDBSnapshot"
      }
    ]
  },
  {
    "id": "wire-fault-status",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "The HTTP status of a fault is the one that belongs to its code.",
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
    "measuredBy": [
      "answer"
    ],
    "statement": "A fault carries its wire code, which is not always the name of its shape.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "code of the error traits"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "quota-report",
        "section": "SnapshotQuotaExceeded"
      }
    ]
  },
  {
    "id": "wire-fault-type",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "Type is Sender for the caller's errors and Receiver for the service's.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "senderFault of the error traits"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "raw-fault-report",
        "section": "Sender"
      }
    ]
  },
  {
    "id": "wire-request-id",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "The answer has a RequestId, and the header `x-amzn-RequestId` repeats it.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "observed",
        "source": "raw-fault-report",
        "section": "the header repeats the identifier"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "raw-headers-report",
        "section": "X-Amzn-Requestid"
      }
    ]
  },
  {
    "id": "wire-namespace",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "The answer's root is in the namespace `http://rds.amazonaws.com/doc/2014-10-31/`.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "xmlNamespace"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "raw-fault-report",
        "section": "CopyDBSnapshot"
      }
    ]
  },
  {
    "id": "wire-absent-members",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "A member without a value is left out; there is no empty element for it.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "operation",
        "section": "SourceDBClusterSnapshotArn, otherwise a null value"
      }
    ],
    "note": "An SDK reads an empty element as an empty string."
  },
  {
    "id": "wire-known-members",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "The snapshot has no members beyond those of the service model and of its sister's.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "inferred",
        "source": "service-model",
        "section": "members of DBClusterSnapshot"
      }
    ],
    "contradictedBy": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "rds-model",
        "section": "TagList and seven more",
        "says": "The same control plane answers with more members for RDS.",
        "setAside": "Those members are passed over."
      }
    ],
    "note": "SDKs skip unknown elements. The control plane is that of RDS, so members that RDS's DBClusterSnapshot has and Neptune's has not, TagList among them, are passed over."
  },
  {
    "id": "wire-member-types",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "Integers, booleans and times of the snapshot are written as such; times in ISO 8601, in UTC.",
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
    "measuredBy": [
      "answer"
    ],
    "statement": "Zones are `AvailabilityZone` elements inside `AvailabilityZones`.",
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
    "measuredBy": [
      "outcome",
      "tags"
    ],
    "statement": "Tags arrive as `Tags.Tag.N.Key` and `Tags.Tag.N.Value`; an empty list as `Tags=`.",
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
    "id": "wire-request-form",
    "kind": "wire",
    "measuredBy": [
      "outcome",
      "tags"
    ],
    "statement": "A form is read whatever the order of its parameters and the spelling of its escapes; a plus sign is a space, and the type may name the charset utf-8.",
    "provenance": [
      {
        "of": "behaviour",
        "level": "documented",
        "source": "service-model",
        "section": "AWS Query protocol, application/x-www-form-urlencoded"
      },
      {
        "of": "behaviour",
        "level": "observed",
        "source": "form-report",
        "section": "application/x-www-form-urlencoded; charset=utf-8"
      }
    ],
    "note": "botocore writes a space as a plus sign, the JavaScript SDK as %20."
  },
  {
    "id": "wire-sdk-agrees",
    "kind": "wire",
    "measuredBy": [
      "answer"
    ],
    "statement": "What the AWS SDK reads from the answer is what stands in it.",
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
export const faults: readonly (FaultEntry & { readonly shape: FaultShape; readonly claims?: Claims })[] = [
  {
    "shape": "DBClusterSnapshotAlreadyExistsFault",
    "code": "DBClusterSnapshotAlreadyExistsFault",
    "status": 400,
    "type": "Sender",
    "declared": true,
    "claims": {
      "rule": "target-unique"
    }
  },
  {
    "shape": "DBClusterSnapshotNotFoundFault",
    "code": "DBClusterSnapshotNotFoundFault",
    "status": 404,
    "type": "Sender",
    "declared": true,
    "claims": {
      "rule": "source-exists"
    }
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
    "declared": true,
    "claims": {
      "rule": "source-available"
    }
  },
  {
    "shape": "SnapshotQuotaExceededFault",
    "code": "SnapshotQuotaExceeded",
    "status": 400,
    "type": "Sender",
    "declared": true,
    "claims": {
      "rule": "manual-snapshot-quota"
    },
    "note": "The only declared fault whose wire code is not the name of its shape."
  },
  {
    "shape": "KMSKeyNotAccessibleFault",
    "code": "KMSKeyNotAccessibleFault",
    "status": 400,
    "type": "Sender",
    "declared": true,
    "claims": {
      "rule": "kms-source-key-accessible",
      "withKey": "kms-key-accessible"
    }
  },
  {
    "shape": "AccessDenied",
    "code": "AccessDenied",
    "otherCodes": [
      "AccessDeniedException"
    ],
    "status": 403,
    "type": "Sender",
    "declared": false,
    "regardless": "permission"
  },
  {
    "shape": "ExpiredToken",
    "code": "ExpiredToken",
    "otherCodes": [
      "ExpiredTokenException"
    ],
    "status": 403,
    "type": "Sender",
    "declared": false,
    "regardless": "session"
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
    "declared": false,
    "regardless": "session"
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
    "declared": false,
    "regardless": "session"
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
    "declared": false,
    "regardless": "session"
  },
  {
    "shape": "ServiceUnavailable",
    "code": "ServiceUnavailable",
    "status": 503,
    "type": "Receiver",
    "declared": false,
    "regardless": "busy"
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
    "otherCodes": [
      "ThrottlingException"
    ],
    "status": 400,
    "type": "Sender",
    "declared": false,
    "regardless": "busy"
  },
  {
    "shape": "UnrecognizedClientException",
    "code": "UnrecognizedClientException",
    "status": 403,
    "type": "Sender",
    "declared": false,
    "regardless": "session"
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
    "service": "Neptune",
    "url": "https://boto3.amazonaws.com/v1/documentation/api/1.26.84/reference/services/neptune/client/copy_db_cluster_snapshot.html",
    "date": "2026-11-22"
  },
  "api-reference": {
    "title": "Neptune API reference, CopyDBClusterSnapshot",
    "service": "Neptune",
    "url": "https://docs.amazonaws.cn/neptune/latest/apiref/API_CopyDBClusterSnapshot.html",
    "date": "2026-11-22"
  },
  "api-tag": {
    "title": "Neptune API reference, Tag",
    "service": "Neptune",
    "url": "https://docs.aws.amazon.com/neptune/latest/apiref/API_Tag.html",
    "date": "2026-11-22"
  },
  "api-sharing": {
    "title": "Neptune API reference, ModifyDBClusterSnapshotAttribute",
    "service": "Neptune",
    "operation": "ModifyDBClusterSnapshotAttribute",
    "url": "https://docs.amazonaws.cn/neptune/latest/apiref/API_ModifyDBClusterSnapshotAttribute.html",
    "date": "2026-11-22"
  },
  "service-model": {
    "title": "Service model of Neptune, API version 2014-10-31 (@aws-sdk/client-neptune 3.1127.0, botocore)",
    "service": "Neptune",
    "url": "https://www.npmjs.com/package/@aws-sdk/client-neptune/v/3.1127.0",
    "date": "2026-11-22"
  },
  "present-model": {
    "title": "Service model of Neptune since botocore af188dd17 (2025-09-24)",
    "service": "Neptune",
    "url": "https://docs.aws.amazon.com/goto/cli2/neptune-2014-10-31/CopyDBClusterSnapshot",
    "date": "2026-11-24"
  },
  "creating-model": {
    "title": "Service model of Neptune, CreateDBClusterSnapshot",
    "service": "Neptune",
    "operation": "CreateDBClusterSnapshot",
    "url": "https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBClusterSnapshot.html",
    "date": "2026-11-24"
  },
  "earlier-model": {
    "title": "Service model of Neptune as of rusoto_neptune 0.37, CopyDBClusterSnapshotMessage",
    "service": "Neptune",
    "url": "https://docs.rs/rusoto_neptune/0.37.0/x86_64-pc-windows-msvc/rusoto_neptune/struct.CopyDBClusterSnapshotMessage.html",
    "date": "2026-11-22"
  },
  "copying-guide": {
    "title": "Neptune user guide, copying a DB cluster snapshot",
    "service": "Neptune",
    "url": "https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-copy-snapshot.html",
    "date": "2026-11-22"
  },
  "copying-guide-later": {
    "title": "Neptune user guide, copying a DB cluster snapshot (a later text of the page)",
    "service": "Neptune",
    "url": "https://docs.amazonaws.cn/en_us/neptune/latest/userguide/backup-restore-copy-snapshot.md",
    "date": "2026-11-22"
  },
  "arn-guide": {
    "title": "Neptune user guide, constructing an ARN",
    "service": "Neptune",
    "url": "https://docs.aws.amazon.com/neptune/latest/userguide/tagging-arns-constructing.html",
    "date": "2026-11-22"
  },
  "common-errors": {
    "title": "Neptune user guide, error messages and codes of the management API",
    "service": "Neptune",
    "url": "https://docs.amazonaws.cn/en_us/neptune/latest/userguide/CommonErrors.html",
    "date": "2026-11-22"
  },
  "limits": {
    "title": "Neptune user guide, quotas and limits",
    "service": "Neptune",
    "url": "https://docs.aws.amazon.com/neptune/latest/userguide/limits.html",
    "date": "2026-11-22"
  },
  "rds-limits": {
    "title": "RDS user guide, quotas and constraints",
    "service": "RDS",
    "url": "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html",
    "date": "2026-11-22"
  },
  "rds-api": {
    "title": "RDS API reference, CopyDBClusterSnapshot",
    "service": "RDS",
    "url": "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html",
    "date": "2026-11-24"
  },
  "rds-model": {
    "title": "Service model of RDS, botocore 0e6e2404, DBClusterSnapshot",
    "service": "RDS",
    "url": "https://github.com/boto/botocore/blob/0e6e2404/botocore/data/rds/2014-10-31/service-2.json",
    "date": "2026-11-24"
  },
  "rds-snapshot-api": {
    "title": "RDS API reference, DBSnapshot",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html",
    "date": "2026-11-24"
  },
  "documentdb-api": {
    "title": "DocumentDB API reference, CopyDBClusterSnapshot",
    "service": "DocumentDB",
    "url": "https://docs.aws.amazon.com/documentdb/latest/APIReference/API_CopyDBClusterSnapshot.md",
    "date": "2026-11-22"
  },
  "documentdb-guide": {
    "title": "DocumentDB developer guide, copying cluster snapshots",
    "service": "DocumentDB",
    "url": "https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-copy_cluster_snapshot.html",
    "date": "2026-11-24"
  },
  "cloudformation-tag": {
    "title": "CloudFormation reference, tag of AWS::Neptune::DBCluster",
    "service": "Neptune",
    "operation": "CreateDBCluster",
    "url": "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-neptune-dbcluster-tag.html",
    "date": "2026-11-22"
  },
  "cli-sample": {
    "title": "Sample of `aws rds copy-db-cluster-snapshot` in the AWS CLI (an Aurora snapshot)",
    "service": "RDS",
    "url": "https://github.com/aws/aws-cli/blob/3096efebc92a9c67a6b44c05ac7438df1958c9b3/awscli/examples/rds/copy-db-cluster-snapshot.rst",
    "date": "2026-11-22"
  },
  "cli-creating-sample": {
    "title": "Sample of `aws rds create-db-cluster-snapshot` in the AWS CLI (an Aurora snapshot)",
    "service": "RDS",
    "operation": "CreateDBClusterSnapshot",
    "url": "https://github.com/aws/aws-cli/blob/develop/awscli/examples/rds/create-db-cluster-snapshot.rst",
    "date": "2026-11-24"
  },
  "cli-deleting-sample": {
    "title": "Sample of `aws rds delete-db-cluster-snapshot` in the AWS CLI (the same snapshot)",
    "service": "RDS",
    "operation": "DeleteDBClusterSnapshot",
    "url": "https://github.com/aws/aws-cli/blob/develop/awscli/examples/rds/delete-db-cluster-snapshot.rst",
    "date": "2026-11-24"
  },
  "identifier-report": {
    "title": "aws-sdk issue 638, ModifyDBSnapshotAttribute refuses a malformed identifier",
    "service": "RDS",
    "operation": "ModifyDBSnapshotAttribute",
    "url": "https://github.com/aws/aws-sdk/issues/638",
    "date": "2023-11-06"
  },
  "final-snapshot-report": {
    "title": "terraform-aws-rds pull request 27, FinalDBSnapshotIdentifier refused with status 400",
    "service": "RDS",
    "operation": "DeleteDBInstance",
    "url": "https://github.com/terraform-aws-modules/terraform-aws-rds/pull/27",
    "date": "2017-11-17"
  },
  "long-name-report": {
    "title": "terraform-provider-aws issue 33540, a snapshot whose name AWS made has 71 characters",
    "service": "RDS",
    "operation": "DescribeDBClusterSnapshots",
    "url": "https://github.com/hashicorp/terraform-provider-aws/issues/33540",
    "date": "2023-09-19"
  },
  "name-or-arn-report": {
    "title": "sst issue 1702, DBClusterIdentifier is neither a name nor an ARN",
    "service": "RDS",
    "operation": "another operation",
    "url": "https://github.com/anomalyco/sst/issues/1702",
    "date": "2022-05-17"
  },
  "raw-fault-report": {
    "title": "aws-cli issue 8296, debug log of CopyDBSnapshot",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/aws/aws-cli/issues/8296",
    "date": "2023-11-08"
  },
  "raw-headers-report": {
    "title": "terraform issue 5753, debug log of DeleteDBCluster",
    "service": "RDS",
    "operation": "DeleteDBCluster",
    "url": "https://github.com/hashicorp/terraform/issues/5753",
    "date": "2016-04-01"
  },
  "empty-value-report": {
    "title": "CloudFormation RDS resource providers, pull request 119, empty values in tags",
    "service": "RDS",
    "operation": "another operation",
    "url": "https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/pull/119",
    "date": "2022-02-16"
  },
  "prefix-report": {
    "title": "cloud-custodian issue 6782, CopyDBSnapshot refuses a tag that starts with `aws:`",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/cloud-custodian/cloud-custodian/issues/6782",
    "date": "2021-07-01"
  },
  "charset-report": {
    "title": "cloud-custodian issue 2115, RDS refuses characters of a tag value",
    "service": "RDS",
    "operation": "another operation",
    "url": "https://github.com/cloud-custodian/cloud-custodian/issues/2115",
    "date": "2018-03-14"
  },
  "duplicate-key-report": {
    "title": "crossplane stack-aws-sample issue 12, CreateDBInstance refuses a tag key that stands twice",
    "service": "RDS",
    "operation": "CreateDBInstance",
    "url": "https://github.com/crossplane/stack-aws-sample/issues/12",
    "date": "2020-03-27"
  },
  "not-found-report": {
    "title": "cloud-platform-environments pull request 5192, DBClusterSnapshot not found",
    "service": "RDS",
    "operation": "RestoreDBClusterFromSnapshot",
    "url": "https://github.com/ministryofjustice/cloud-platform-environments/pull/5192",
    "date": "2021-07-23"
  },
  "foreign-not-found-report": {
    "title": "aws-cloudformation-templates issue 226, a snapshot of another account is not found",
    "service": "RDS",
    "operation": "RestoreDBClusterFromSnapshot",
    "url": "https://github.com/aws-cloudformation/aws-cloudformation-templates/issues/226",
    "date": "2019-10-18"
  },
  "key-report": {
    "title": "aurora-snapshot-tool issue 25, CopyDBClusterSnapshot answers KMSKeyNotAccessibleFault",
    "service": "RDS",
    "url": "https://github.com/awslabs/aurora-snapshot-tool/issues/25",
    "date": "2019-11-22"
  },
  "managed-key-report": {
    "title": "aurora-snapshot-tool issue 26, a managed key between accounts",
    "service": "RDS",
    "url": "https://github.com/awslabs/aurora-snapshot-tool/issues/26",
    "date": "2019-11-22"
  },
  "source-key-report": {
    "title": "aurora-snapshot-tool issue 29, the source snapshot KMS key",
    "service": "RDS",
    "url": "https://github.com/awslabs/aurora-snapshot-tool/issues/29",
    "date": "2020-03-31"
  },
  "cross-region-key-report": {
    "title": "aws-maintenance issue 5, CopyDBSnapshot needs a new key across Regions",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/pbudzon/aws-maintenance/issues/5",
    "date": "2018-01-18"
  },
  "cross-region-tags-report": {
    "title": "rds-oracle-cross-account-cross-region-dr issue 1, keys and tags of CopyDBSnapshot",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/1Strategy/rds-oracle-cross-account-cross-region-dr/issues/1",
    "date": "2019-03-14"
  },
  "exists-report": {
    "title": "apiary-data-lake issue 10, the identifier of a final snapshot exists already",
    "service": "RDS",
    "operation": "DeleteDBCluster",
    "url": "https://github.com/ExpediaGroup/apiary-data-lake/issues/10",
    "date": "2018-05-30"
  },
  "quota-report": {
    "title": "aws-maintenance issue 12, CopyDBClusterSnapshot beyond 100 manual snapshots",
    "service": "RDS",
    "url": "https://github.com/pbudzon/aws-maintenance/issues/12",
    "date": "2018-05-21"
  },
  "in-progress-report": {
    "title": "aws-maintenance issue 19, CopyDBSnapshot beyond five across Regions",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/pbudzon/aws-maintenance/issues/19",
    "date": "2020-10-15"
  },
  "terraform-snapshot-test": {
    "title": "Terraform, acceptance tests of aws_neptune_cluster_snapshot",
    "service": "Neptune",
    "operation": "CreateDBClusterSnapshot",
    "url": "https://github.com/hashicorp/terraform-provider-aws/blob/090344804c490a98599aee521af0ce5ac61b9cb1/internal/service/neptune/cluster_snapshot_test.go",
    "date": "2026-11-22"
  },
  "terraform-copy-test": {
    "title": "Terraform, acceptance tests of aws_rds_cluster_snapshot_copy (pull request 40398)",
    "service": "RDS",
    "url": "https://github.com/hashicorp/terraform-provider-aws/blob/12f8653327c397318b6880aad3ee73be854990e9/internal/service/rds/cluster_snapshot_copy_test.go",
    "date": "2024-12-03"
  },
  "tags-report": {
    "title": "moto pull request 8320, CopyTags and Tags tried out on AWS",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/getmoto/moto/pull/8320",
    "date": "2024-11-15"
  },
  "moto-note": {
    "title": "moto 5.2.1, rds/models.py, copy_db_cluster_snapshot, verified by its authors against AWS",
    "service": "RDS",
    "url": "https://github.com/getmoto/moto/blob/5.2.1/moto/rds/models.py",
    "date": "2025-02-12"
  },
  "orphan-report": {
    "title": "moto pull request 8485, copy_db_cluster_snapshot for a deleted cluster",
    "service": "RDS",
    "url": "https://github.com/getmoto/moto/pull/8485",
    "date": "2025-01-13"
  },
  "creating-report": {
    "title": "airflow pull request 25839, states of a snapshot being copied",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/apache/airflow/pull/25839",
    "date": "2022-08-19"
  },
  "copying-report": {
    "title": "terraform-provider-aws issue 16266, a cluster snapshot that is copying",
    "service": "RDS",
    "operation": "DescribeDBClusterSnapshots",
    "url": "https://github.com/hashicorp/terraform-provider-aws/issues/16266",
    "date": "2020-11-18"
  },
  "pending-report": {
    "title": "terraform-provider-aws issue 29399, a copy that is pending",
    "service": "RDS",
    "operation": "CopyDBSnapshot",
    "url": "https://github.com/hashicorp/terraform-provider-aws/issues/29399",
    "date": "2023-02-14"
  },
  "presigning-report": {
    "title": "aws-sdk-go pull request 3782, presigned URLs for Neptune",
    "service": "AWS",
    "url": "https://github.com/aws/aws-sdk-go/pull/3782",
    "date": "2021-02-16"
  },
  "presigned-trial": {
    "title": "aws-sdk-js-v3 pull request 2711, presigned URLs tried on Neptune's CopyDBClusterSnapshot",
    "service": "Neptune",
    "url": "https://github.com/aws/aws-sdk-js-v3/pull/2711",
    "date": "2021-08-25"
  },
  "presigned-report": {
    "title": "aws-sdk-js-v3 issue 2269, CopyDBClusterSnapshot refuses a presigned URL",
    "service": "RDS",
    "url": "https://github.com/aws/aws-sdk-js-v3/issues/2269",
    "date": "2021-04-16"
  },
  "presigned-php-report": {
    "title": "aws-sdk-php issue 1462, CopyDBClusterSnapshot refuses a presigned URL",
    "service": "RDS",
    "url": "https://github.com/aws/aws-sdk-php/issues/1462",
    "date": "2018-01-08"
  },
  "presigned-ruby-report": {
    "title": "aws-sdk-ruby issue 1635, wire trace of CopyDBClusterSnapshot with a presigned URL",
    "service": "RDS",
    "url": "https://github.com/aws/aws-sdk-ruby/issues/1635",
    "date": "2017-10-12"
  },
  "presigned-documentdb-report": {
    "title": "aws-sdk-php issue 2077, CopyDBClusterSnapshot of DocumentDB refuses a presigned URL",
    "service": "DocumentDB",
    "url": "https://github.com/aws/aws-sdk-php/issues/2077",
    "date": "2020-08-11"
  },
  "needless-url-report": {
    "title": "aws-cli issue 3156, a presigned URL that is not needed is refused",
    "service": "RDS",
    "operation": "CreateDBInstanceReadReplica",
    "url": "https://github.com/aws/aws-cli/issues/3156",
    "date": "2018-02-20"
  },
  "version-report": {
    "title": "boto issue 382, RDS answers InvalidAction to another API version",
    "service": "RDS",
    "operation": "DescribeDBInstances",
    "url": "https://github.com/boto/boto/issues/382",
    "date": "2011-10-27"
  },
  "operation-report": {
    "title": "steampipe-plugin-aws issue 1425, RDS answers InvalidAction to an operation that it does not offer",
    "service": "RDS",
    "operation": "DescribeDBProxies",
    "url": "https://github.com/turbot/steampipe-plugin-aws/issues/1425",
    "date": "2022-11-25"
  },
  "form-report": {
    "title": "boto3 issue 2381, debug log of a request to RDS",
    "service": "RDS",
    "operation": "another operation",
    "url": "https://github.com/boto/boto3/issues/2381",
    "date": "2020-04-10"
  },
  "doubled-report": {
    "title": "right_aws issue 46, EC2 refuses a parameter that stands twice",
    "service": "AWS",
    "url": "https://github.com/flexera-public/right_aws/issues/46",
    "date": "2011-01-21"
  },
  "convention": {
    "title": "General conventions of AWS Query services and neighbouring operations",
    "service": "AWS",
    "date": "2026-11-22"
  }
};

/** What the documentation leaves unspecified, and how the contract reads it. */
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
    "reading": "Empty and absent values are unspecified.",
    "rules": [
      "tag-value-length"
    ]
  },
  {
    "id": "tag-key-minimum",
    "question": "A key has \"1 to 128\" characters, but a developer of the service speaks of 0 to 128.",
    "reading": "An empty key is unspecified.",
    "rules": [
      "tag-key-length",
      "tag-key-required"
    ]
  },
  {
    "id": "tag-length-unit",
    "question": "Whether characters beyond the Basic Multilingual Plane count as one or as two.",
    "reading": "Unspecified when the two counts fall on different sides of the limit.",
    "rules": [
      "tag-key-length",
      "tag-value-length"
    ]
  },
  {
    "id": "tag-white-space",
    "question": "Prose allows \"white-space\", the regular expression only separators; a message of the service also allows the commercial at.",
    "reading": "White space that is no separator, the commercial at and the backslash are unspecified.",
    "rules": [
      "tag-charset"
    ]
  },
  {
    "id": "tag-prefix-case",
    "question": "Whether `AWS:` is reserved as `aws:` is.",
    "reading": "Unspecified.",
    "rules": [
      "tag-key-reserved-prefix",
      "tag-value-reserved-prefix"
    ]
  },
  {
    "id": "tag-value-prefix",
    "question": "Whether the reserved prefixes are enforced in values.",
    "reading": "Unspecified.",
    "rules": [
      "tag-value-reserved-prefix"
    ]
  },
  {
    "id": "copied-system-tags",
    "question": "Whether CopyTags takes over tags of the source whose key starts with `aws:`.",
    "reading": "Unspecified for those tags, required for the others.",
    "rules": [
      "copy-tags-all"
    ]
  },
  {
    "id": "tags-and-copy-tags",
    "question": "What CopyTags together with Tags does.",
    "reading": "Tags of the request are on the copy, with none or with all of the source's others; an empty list counts as none.",
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
    "reading": "What SDKs fill in is not refused, and nobody has to send it; any other may be ignored or refused.",
    "rules": [
      "presigned-url-of-sdk"
    ]
  },
  {
    "id": "source-region",
    "question": "SourceRegion is a parameter of the document but not of the service.",
    "reading": "A client-side convenience; it never reaches the wire.",
    "rules": [
      "presigned-url-of-sdk"
    ]
  },
  {
    "id": "copies-in-progress",
    "question": "Whether the five copies that may be in progress into a Region are those from other Regions only.",
    "reading": "A sixth from another Region is refused; with copies within the Region among the five, or as the sixth, it is unspecified.",
    "rules": [
      "copies-in-progress-quota"
    ]
  },
  {
    "id": "key-form",
    "question": "The guide says that KmsKeyId \"must be in the ARN format\" and match the PreSignedUrl; the operation documents ids and aliases.",
    "reading": "A key id, a key ARN, an alias and its ARN are all fine.",
    "rules": [
      "kms-key-accessible"
    ]
  },
  {
    "id": "console-encryption",
    "question": "The console offers \"Enable encryption\" for a copy, but the operation refuses a key for an unencrypted snapshot.",
    "reading": "The operation's own word.",
    "rules": [
      "kms-unencrypted-source",
      "copy-unencrypted-stays"
    ]
  },
  {
    "id": "cross-region-engine",
    "question": "Copies across Regions need engine version 1.0.2.1 or later, the guide says; which fault answers an older one is not said.",
    "reading": "The model has no older ones, and no case asks.",
    "rules": [
      "copy-inherits"
    ]
  },
  {
    "id": "shared-automated",
    "question": "Automated snapshots cannot be shared, so that nothing is said of copying a shared one.",
    "reading": "No world has one.",
    "rules": [
      "source-visible",
      "copy-of-automated"
    ]
  },
  {
    "id": "names-of-siblings",
    "question": "Names are unique across RDS, Neptune and DocumentDB in an account and Region, the reference of DocumentDB says.",
    "reading": "Snapshots of the siblings' clusters are snapshots like others; the model has none.",
    "rules": [
      "target-unique"
    ]
  },
  {
    "id": "cluster-state-fault",
    "question": "InvalidDBClusterStateFault is declared without a condition.",
    "reading": "Never answered by the model, accepted by no rule.",
    "rules": []
  },
  {
    "id": "two-boundaries",
    "question": "Whether one copy may cross accounts and Regions at once.",
    "reading": "It may, as the guides say; that it is refused is unspecified, since models have forbidden it.",
    "rules": [
      "source-one-step"
    ]
  },
  {
    "id": "blank-key",
    "question": "Whether an empty KmsKeyId is no key or a wrong one.",
    "reading": "Unspecified.",
    "rules": [
      "kms-key-accessible"
    ]
  },
  {
    "id": "cross-region-create-time",
    "question": "Whether a copy in another Region or account keeps the time of the original.",
    "reading": "Unspecified.",
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

/** What gated on some days, the oldest first. */
export const requirementSets: readonly RequirementSet[] = [
  {
    "name": "2026-11",
    "date": "2026-11-27",
    "rules": {
      "action-required": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "action-known": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "form-plain": {
        "behaviour": "unspecified",
        "fault": "unspecified"
      },
      "source-required": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "target-required": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "source-not-blank": {
        "behaviour": "inferred",
        "fault": "inferred"
      },
      "target-not-blank": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "target-identifier-syntax": {
        "behaviour": "documented",
        "fault": "sibling"
      },
      "source-identifier-form": {
        "behaviour": "inferred",
        "fault": "inferred"
      },
      "source-arn-form": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "source-partition": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "copy-tags-boolean": {
        "behaviour": "inferred",
        "fault": "inferred"
      },
      "presigned-url-of-sdk": {
        "behaviour": "observed",
        "fault": "sibling"
      },
      "tag-key-required": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "tag-key-length": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "tag-value-length": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "tag-key-reserved-prefix": {
        "behaviour": "documented",
        "fault": "sibling"
      },
      "tag-value-reserved-prefix": {
        "behaviour": "unspecified",
        "fault": "unspecified"
      },
      "tag-charset": {
        "behaviour": "documented",
        "fault": "sibling"
      },
      "tag-count": {
        "behaviour": "sibling",
        "fault": "inferred"
      },
      "tag-key-unique": {
        "behaviour": "sibling",
        "fault": "sibling"
      },
      "source-exists": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "source-shared-by-arn": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "source-cross-region-by-arn": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "source-visible": {
        "behaviour": "sibling",
        "fault": "inferred"
      },
      "source-one-step": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "source-available": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "kms-key-region": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "kms-key-accessible": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "kms-key-symmetric": {
        "behaviour": "inferred",
        "fault": "inferred"
      },
      "kms-unencrypted-source": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "kms-shared-requires-key": {
        "behaviour": "documented",
        "fault": "inferred"
      },
      "kms-cross-region-requires-key": {
        "behaviour": "documented",
        "fault": "sibling"
      },
      "kms-source-key-accessible": {
        "behaviour": "sibling",
        "fault": "sibling"
      },
      "target-unique": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "manual-snapshot-quota": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "copies-in-progress-quota": {
        "behaviour": "documented",
        "fault": "documented"
      },
      "copy-identifier-lowercase": {
        "behaviour": "sibling"
      },
      "copy-type-manual": {
        "behaviour": "documented"
      },
      "copy-arn": {
        "behaviour": "documented"
      },
      "copy-source-arn": {
        "behaviour": "documented"
      },
      "copy-inherits": {
        "behaviour": "documented"
      },
      "copy-create-time": {
        "behaviour": "contradicted"
      },
      "copy-unencrypted-stays": {
        "behaviour": "documented"
      },
      "copy-same-key": {
        "behaviour": "documented"
      },
      "copy-new-key": {
        "behaviour": "documented"
      },
      "copy-no-tags-by-default": {
        "behaviour": "documented"
      },
      "copy-tags-all": {
        "behaviour": "documented"
      },
      "copy-assigns-tags": {
        "behaviour": "documented"
      },
      "tags-over-copy-tags": {
        "behaviour": "sibling"
      },
      "copy-plain": {
        "behaviour": "documented"
      },
      "copy-of-orphan": {
        "behaviour": "sibling"
      },
      "copy-of-automated": {
        "behaviour": "documented"
      },
      "source-case-insensitive": {
        "behaviour": "documented"
      },
      "copy-leaves-source": {
        "behaviour": "inferred"
      },
      "copy-progress": {
        "behaviour": "documented"
      },
      "copy-described": {
        "behaviour": "documented"
      },
      "fault-leaves-no-trace": {
        "behaviour": "inferred"
      },
      "wire-well-formed": {
        "behaviour": "documented"
      },
      "wire-content-type": {
        "behaviour": "documented"
      },
      "wire-success-envelope": {
        "behaviour": "documented"
      },
      "wire-fault-envelope": {
        "behaviour": "documented"
      },
      "wire-fault-status": {
        "behaviour": "documented"
      },
      "wire-fault-code": {
        "behaviour": "documented"
      },
      "wire-fault-type": {
        "behaviour": "documented"
      },
      "wire-request-id": {
        "behaviour": "sibling"
      },
      "wire-namespace": {
        "behaviour": "documented"
      },
      "wire-absent-members": {
        "behaviour": "inferred"
      },
      "wire-known-members": {
        "behaviour": "inferred"
      },
      "wire-member-types": {
        "behaviour": "documented"
      },
      "wire-list-members": {
        "behaviour": "documented"
      },
      "wire-request-lists": {
        "behaviour": "documented"
      },
      "wire-request-form": {
        "behaviour": "documented"
      },
      "wire-sdk-agrees": {
        "behaviour": "documented"
      }
    }
  }
];

/** SHA-256 of the files under spec/ that the catalogue and the cases come from. */
export const specHash: string = '69e63df00d2751e1e83e34ed5183379ba78ed14704aa96da077286998767d6fe';
