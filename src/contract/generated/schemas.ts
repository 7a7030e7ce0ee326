// Generated from spec/ by `npm run generate`. Do not edit.

/** The JSON Schemas of the contract. */
export const schemas: readonly object[] = [
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:shapes/copy-db-cluster-snapshot-message",
    "title": "CopyDBClusterSnapshotMessage",
    "description": "A request to copy a DB cluster snapshot: which one, under which new name, with which key and tags.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "SourceDBClusterSnapshotIdentifier": {
        "description": "The snapshot to copy: its name in the caller's own account and Region (an automated one starts with `rds:`, one of AWS Backup with `awsbackup:`), or its ARN, which is the only way to a snapshot shared by another account or kept in another Region. Case does not matter.",
        "type": "string",
        "minLength": 1,
        "anyOf": [
          {
            "title": "SnapshotName",
            "pattern": "^(([rR][dD][sS]|[aA][wW][sS][bB][aA][cC][kK][uU][pP]):)?[A-Za-z](-?[A-Za-z0-9])*$"
          },
          {
            "title": "SnapshotArn",
            "pattern": "^arn:aws(-[a-z]+)*:rds:[a-z0-9-]+:[0-9]{12}:cluster-snapshot:.+$"
          }
        ]
      },
      "TargetDBClusterSnapshotIdentifier": {
        "description": "Name of the copy, unique in the caller's account and Region whatever the case: 1 to 63 ASCII letters, digits and hyphens, a letter first, no hyphen last, no two hyphens in a row. AWS stores it in lower case.",
        "type": "string",
        "minLength": 1,
        "maxLength": 63,
        "pattern": "^[A-Za-z](-?[A-Za-z0-9])*$"
      },
      "KmsKeyId": {
        "description": "Key that encrypts the copy: key id, key ARN, alias name (`alias/...`) or alias ARN, in the Region that is called. Required for an encrypted source of another account or Region; forbidden for an unencrypted source.",
        "type": "string"
      },
      "PreSignedUrl": {
        "description": "Not supported by Neptune, though SDKs fill it in by themselves for a source in another Region, which is fine. Leave it to them: what becomes of any other is unspecified.",
        "type": "string"
      },
      "CopyTags": {
        "description": "Whether the copy takes over the tags of its source. Off unless asked for; what becomes of them beside tags given in the request is unspecified.",
        "type": "boolean",
        "default": false
      },
      "Tags": {
        "description": "Tags of the copy, at most 50, each key once.",
        "type": "array",
        "maxItems": 50,
        "items": {
          "$ref": "tag"
        }
      },
      "SourceRegion": {
        "description": "Region of the source. A convenience of boto3 that never reaches the wire; the JavaScript SDK has no such member.",
        "type": "string"
      }
    },
    "required": [
      "SourceDBClusterSnapshotIdentifier",
      "TargetDBClusterSnapshotIdentifier"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:shapes/copy-db-cluster-snapshot-result",
    "title": "CopyDBClusterSnapshotResult",
    "description": "What an accepted copy answers: the copy, as far as it has come.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "DBClusterSnapshot": {
        "$ref": "db-cluster-snapshot"
      }
    },
    "required": [
      "DBClusterSnapshot"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:shapes/db-cluster-snapshot",
    "title": "DBClusterSnapshot",
    "description": "A snapshot of a Neptune DB cluster as AWS describes it. A member without a value is absent, never empty.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "AvailabilityZones": {
        "description": "Zones in which instances restored from the snapshot can run; they may move until it is available.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "DBClusterSnapshotIdentifier": {
        "description": "Name of the snapshot, in lower case.",
        "type": "string"
      },
      "DBClusterIdentifier": {
        "description": "Name of the cluster the snapshot was taken from; the cluster may be gone.",
        "type": "string"
      },
      "SnapshotCreateTime": {
        "description": "When the snapshot was taken (UTC).",
        "type": "string",
        "format": "date-time"
      },
      "Engine": {
        "description": "Database engine, such as `neptune`.",
        "type": "string"
      },
      "AllocatedStorage": {
        "description": "Allocated storage in GiB; it may move until the snapshot is available.",
        "type": "integer"
      },
      "Status": {
        "description": "`available`, or `creating`, `copying`, `pending`, `deleting`, `failed`.",
        "type": "string"
      },
      "Port": {
        "description": "Port on which the cluster listened when the snapshot was taken.",
        "type": "integer"
      },
      "VpcId": {
        "description": "VPC of the cluster.",
        "type": "string"
      },
      "ClusterCreateTime": {
        "description": "When the cluster was created (UTC).",
        "type": "string",
        "format": "date-time"
      },
      "MasterUsername": {
        "description": "Not used by Neptune.",
        "type": "string"
      },
      "EngineVersion": {
        "description": "Version of the engine.",
        "type": "string"
      },
      "LicenseModel": {
        "description": "License model of the cluster.",
        "type": "string"
      },
      "SnapshotType": {
        "description": "`manual` or `automated`; a copy is always `manual`.",
        "type": "string"
      },
      "PercentProgress": {
        "description": "Share of the data that has been transferred, in percent; it may be absent while a copy waits in a queue.",
        "type": "integer",
        "minimum": 0,
        "maximum": 100
      },
      "StorageEncrypted": {
        "description": "Whether the snapshot is encrypted.",
        "type": "boolean"
      },
      "KmsKeyId": {
        "description": "ARN of the key that encrypts the snapshot; absent on an unencrypted one.",
        "type": "string"
      },
      "DBClusterSnapshotArn": {
        "description": "ARN of the snapshot.",
        "type": "string"
      },
      "SourceDBClusterSnapshotArn": {
        "description": "ARN of the snapshot this one was copied from; absent on a snapshot that is no copy.",
        "type": "string"
      },
      "IAMDatabaseAuthenticationEnabled": {
        "description": "Whether IAM identities may log in to the database.",
        "type": "boolean"
      },
      "StorageType": {
        "description": "Storage type of the cluster. Newer than the document this contract encodes; present in the service model.",
        "$comment": "newer-than-document",
        "type": "string"
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:shapes/fault",
    "title": "ErrorResponse",
    "description": "Envelope of every fault of the AWS Query protocol.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "Error": {
        "title": "ErrorDetail",
        "description": "What went wrong and whose fault it is.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "Type": {
            "description": "Who is to blame: the caller or the service.",
            "enum": [
              "Sender",
              "Receiver"
            ]
          },
          "Code": {
            "description": "Wire code of the fault.",
            "type": "string",
            "minLength": 1
          },
          "Message": {
            "description": "Text for people; never to be matched.",
            "type": "string"
          }
        },
        "required": [
          "Type",
          "Code",
          "Message"
        ]
      },
      "RequestId": {
        "description": "Identifies the request; repeated in the header.",
        "type": "string",
        "minLength": 1
      }
    },
    "required": [
      "Error",
      "RequestId"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:shapes/tag",
    "title": "Tag",
    "description": "A label on a Neptune resource: a key, and a value that may be left out.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "Key": {
        "description": "Name of the tag: 1 to 128 Unicode letters, digits, separators and `_.:/=+-`; the prefixes `aws:` and `rds:` are reserved.",
        "type": "string",
        "minLength": 1,
        "maxLength": 128,
        "pattern": "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-]*$",
        "not": {
          "pattern": "^(aws|rds):"
        }
      },
      "Value": {
        "description": "Value of the tag: at most 256 characters of the same set. The documented minimum of one character is not enforced by AWS, so an empty value is unspecified.",
        "type": "string",
        "maxLength": 256,
        "pattern": "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-]*$"
      }
    },
    "required": [
      "Key"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:baseline-1",
    "title": "OldBaselineDocument",
    "description": "A baseline from before its format had a version. `baseline upgrade` reads it, and nothing else does.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "entries": {
        "type": "array",
        "items": {
          "title": "OldBaselineEntry",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "rule": {
              "description": "Rule that the target deviates from.",
              "type": "string",
              "minLength": 1
            },
            "case": {
              "description": "Case in which it does, as the report names it; * for all of them, search/* for whatever a search finds.",
              "type": "string",
              "minLength": 1
            },
            "target": {
              "description": "Name of the target; entries for other targets are ignored.",
              "type": "string",
              "minLength": 1
            },
            "fingerprint": {
              "description": "Fingerprint of the deviation, from the report. In quotes: some would be numbers.",
              "type": "string",
              "pattern": "^[0-9a-f]{12}$"
            },
            "reason": {
              "description": "Why this is tolerated. Blank, or beginning with TODO, fails the run.",
              "type": [
                "string",
                "null"
              ]
            },
            "link": {
              "description": "Where it is being worked on.",
              "type": "string",
              "pattern": "^https?://"
            },
            "owner": {
              "description": "Who answers for the entry. TODO fails the run.",
              "type": "string",
              "minLength": 1
            },
            "expires": {
              "description": "Last day on which it is tolerated.",
              "type": "string",
              "format": "date"
            }
          },
          "required": [
            "rule",
            "case",
            "target",
            "fingerprint",
            "reason",
            "owner"
          ]
        }
      }
    },
    "required": [
      "entries"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:baseline",
    "title": "BaselineDocument",
    "description": "Known deviations of targets. A deviation in the baseline does not fail a run; an entry that no longer holds does.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "version": {
        "description": "Version of this format. `baseline upgrade` brings an older file to it.",
        "const": 2
      },
      "entries": {
        "type": "array",
        "items": {
          "title": "BaselineEntry",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "rule": {
              "description": "Rule that the target deviates from.",
              "type": "string",
              "minLength": 1
            },
            "target": {
              "description": "Name of the target; entries for other targets are ignored.",
              "type": "string",
              "minLength": 1
            },
            "cases": {
              "description": "Cases in which it does, as the report names them. A * stands for any characters: source-arn-form/*, or search/* for whatever a search finds.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "type": "string",
                "minLength": 1
              }
            },
            "actual": {
              "title": "BaselineActual",
              "description": "The actual outcome, without what differs from run to run.",
              "type": "object",
              "properties": {
                "kind": {
                  "type": "string"
                }
              },
              "required": [
                "kind"
              ],
              "additionalProperties": true
            },
            "fingerprint": {
              "description": "Fingerprint of the deviation, from the report.",
              "$ref": "report#/$defs/fingerprint"
            },
            "review": {
              "description": "What somebody has to look at again; it fails the run until this line is removed.",
              "type": "string",
              "minLength": 1
            },
            "reason": {
              "description": "Why this is tolerated. Blank, or beginning with TODO, fails the run.",
              "type": [
                "string",
                "null"
              ]
            },
            "link": {
              "description": "Where it is being worked on.",
              "type": "string",
              "pattern": "^https?://"
            },
            "owner": {
              "description": "Who answers for the entry. TODO fails the run.",
              "type": "string",
              "minLength": 1
            },
            "expires": {
              "description": "Last day on which it is tolerated.",
              "type": "string",
              "format": "date"
            }
          },
          "required": [
            "rule",
            "target",
            "cases",
            "actual",
            "fingerprint",
            "reason",
            "owner"
          ]
        }
      }
    },
    "required": [
      "version",
      "entries"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:calls",
    "title": "CallSequence",
    "description": "Calls of several callers over one evolving world, with abstract names: what a search makes up and a replay repeats. A call that makes no sense where it stands (deleting what is not there) is skipped.",
    "type": "array",
    "items": {
      "$ref": "#/$defs/call"
    },
    "$defs": {
      "call": {
        "title": "Call",
        "anyOf": [
          {
            "$ref": "#/$defs/create"
          },
          {
            "$ref": "#/$defs/copy"
          },
          {
            "$ref": "#/$defs/delete"
          },
          {
            "$ref": "#/$defs/share"
          },
          {
            "$ref": "#/$defs/tag"
          },
          {
            "$ref": "#/$defs/key"
          },
          {
            "$ref": "#/$defs/alias"
          }
        ]
      },
      "at": {
        "title": "CallPlace",
        "description": "Whose account, in which Region; the caller's own, here, unless given.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "enum": [
              "self",
              "other"
            ]
          },
          "region": {
            "enum": [
              "here",
              "elsewhere"
            ]
          }
        },
        "required": [
          "account",
          "region"
        ]
      },
      "name": {
        "title": "AbstractName",
        "type": "string",
        "pattern": "^[A-Za-z](-?[A-Za-z0-9])*$",
        "maxLength": 12
      },
      "keyName": {
        "title": "CallKey",
        "description": "A key of the sequence: two of the caller's own account here, one elsewhere, one of the other account that lets the first one in.",
        "enum": [
          "first",
          "second",
          "elsewhere",
          "theirs"
        ]
      },
      "tags": {
        "type": "array",
        "items": {
          "title": "CallTag",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "Key": {
              "type": "string"
            },
            "Value": {
              "type": "string"
            }
          },
          "required": [
            "Key",
            "Value"
          ]
        }
      },
      "create": {
        "title": "CreateCall",
        "description": "Makes a cluster and takes a manual snapshot of it.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "const": "create"
          },
          "at": {
            "$ref": "#/$defs/at"
          },
          "name": {
            "$ref": "#/$defs/name"
          },
          "key": {
            "$ref": "#/$defs/keyName"
          },
          "tags": {
            "$ref": "#/$defs/tags"
          }
        },
        "required": [
          "op",
          "name"
        ]
      },
      "copy": {
        "title": "CopyCall",
        "description": "CopyDBClusterSnapshot, or several at the same moment.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "const": "copy"
          },
          "at": {
            "$ref": "#/$defs/at"
          },
          "source": {
            "$ref": "#/$defs/name"
          },
          "sourceAt": {
            "description": "The source is named by its ARN there; by its bare name unless given.",
            "$ref": "#/$defs/at"
          },
          "target": {
            "description": "The new name. It gets a prefix of the run; it need not be a valid name.",
            "type": "string"
          },
          "key": {
            "$ref": "#/$defs/keyName"
          },
          "alias": {
            "description": "KmsKeyId is the sequence's alias.",
            "type": "boolean"
          },
          "copyTags": {
            "type": "boolean"
          },
          "tags": {
            "$ref": "#/$defs/tags"
          },
          "times": {
            "description": "How many such requests at once; exactly one may win.",
            "type": "integer",
            "minimum": 2,
            "maximum": 5
          }
        },
        "required": [
          "op",
          "source",
          "target"
        ]
      },
      "delete": {
        "title": "DeleteCall",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "const": "delete"
          },
          "at": {
            "$ref": "#/$defs/at"
          },
          "name": {
            "$ref": "#/$defs/name"
          }
        },
        "required": [
          "op",
          "name"
        ]
      },
      "share": {
        "title": "ShareCall",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "enum": [
              "share",
              "unshare"
            ]
          },
          "at": {
            "$ref": "#/$defs/at"
          },
          "name": {
            "$ref": "#/$defs/name"
          },
          "with": {
            "enum": [
              "self",
              "other"
            ]
          }
        },
        "required": [
          "op",
          "name",
          "with"
        ]
      },
      "tag": {
        "title": "TagCall",
        "description": "Adds tags to a snapshot, or removes those keys.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "enum": [
              "tag",
              "untag"
            ]
          },
          "at": {
            "$ref": "#/$defs/at"
          },
          "name": {
            "$ref": "#/$defs/name"
          },
          "tags": {
            "$ref": "#/$defs/tags"
          }
        },
        "required": [
          "op",
          "name",
          "tags"
        ]
      },
      "key": {
        "title": "KeyCall",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "enum": [
              "enable-key",
              "disable-key"
            ]
          },
          "key": {
            "$ref": "#/$defs/keyName"
          }
        },
        "required": [
          "op",
          "key"
        ]
      },
      "alias": {
        "title": "AliasCall",
        "description": "Lets the sequence's alias point to a key of the first account here.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "op": {
            "const": "point-alias"
          },
          "key": {
            "enum": [
              "first",
              "second"
            ]
          }
        },
        "required": [
          "op",
          "key"
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:cases",
    "title": "CaseFile",
    "description": "Directed cases of one family. `defaults` is what each case starts from and a control case is what its case starts from: both are changed by JSON merge patch (RFC 7396: null removes).",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "defaults": {
        "$ref": "#/$defs/situation"
      },
      "cases": {
        "type": "array",
        "minItems": 1,
        "items": {
          "$ref": "#/$defs/case"
        }
      }
    },
    "required": [
      "cases"
    ],
    "$defs": {
      "situation": {
        "title": "Situation",
        "description": "A world, who calls, and the request. As a patch, any part may be missing or null.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "given": {
            "$ref": "#/$defs/given"
          },
          "caller": {
            "$ref": "#/$defs/caller"
          },
          "request": {
            "$ref": "#/$defs/request"
          },
          "wire": {
            "$ref": "#/$defs/wire"
          },
          "http": {
            "$ref": "#/$defs/http"
          }
        }
      },
      "case": {
        "title": "CaseEntry",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
          },
          "title": {
            "description": "What is special, in a few words.",
            "type": "string",
            "minLength": 1
          },
          "rule": {
            "description": "The rule under test.",
            "type": "string"
          },
          "given": {
            "$ref": "#/$defs/given"
          },
          "caller": {
            "$ref": "#/$defs/caller"
          },
          "request": {
            "$ref": "#/$defs/request"
          },
          "wire": {
            "$ref": "#/$defs/wire"
          },
          "http": {
            "$ref": "#/$defs/http"
          },
          "breaks": {
            "description": "The rules that the request breaks; all others are kept.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "unspecified": {
            "description": "The rules on which the documentation is silent here.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "copied": {
            "$ref": "#/$defs/copied"
          },
          "control": {
            "$ref": "#/$defs/situation"
          }
        },
        "required": [
          "id",
          "title",
          "rule"
        ],
        "oneOf": [
          {
            "required": [
              "breaks",
              "control"
            ]
          },
          {
            "required": [
              "unspecified"
            ],
            "not": {
              "required": [
                "breaks"
              ]
            }
          },
          {
            "required": [
              "copied"
            ]
          }
        ]
      },
      "copied": {
        "title": "CopyTemplate",
        "description": "What the copy must look like, as far as the case cares.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "fields": {
            "description": "Members and their values; strings are templates as in a request.",
            "type": "object",
            "additionalProperties": {
              "type": [
                "string",
                "integer",
                "boolean"
              ]
            }
          },
          "inherited": {
            "description": "Members equal to the source's.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "absent": {
            "description": "Members that must not be there.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "tags": {
            "description": "Exactly these tags; their strings are templates too.",
            "type": "array",
            "items": {
              "title": "CopiedTag",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "Key": {
                  "type": "string"
                },
                "Value": {
                  "type": "string"
                }
              },
              "required": [
                "Key"
              ]
            }
          }
        }
      },
      "given": {
        "description": "What must exist: a world document (or a patch of one).",
        "type": "object"
      },
      "caller": {
        "title": "CallerRole",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "enum": [
              "self",
              "other"
            ]
          },
          "region": {
            "enum": [
              "here",
              "elsewhere"
            ]
          }
        }
      },
      "request": {
        "title": "RequestTemplate",
        "description": "Members of CopyDBClusterSnapshot. Strings may hold {NAME}, {NAME.arn}, {NAME.id}, {NAME.alias}, {NAME.aliasArn}, {new}, {new:LENGTH}, {region.here}, {region.elsewhere}, {account.self}, {account.other}, {partition}, {unknown} (a name that nothing has), {unknown.uuid} and {repeat:TEXT:COUNT}; a suffix :upper puts the value in upper case.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "SourceDBClusterSnapshotIdentifier": {
            "type": [
              "string",
              "null"
            ]
          },
          "TargetDBClusterSnapshotIdentifier": {
            "type": [
              "string",
              "null"
            ]
          },
          "KmsKeyId": {
            "type": [
              "string",
              "null"
            ]
          },
          "PreSignedUrl": {
            "type": [
              "string",
              "null"
            ]
          },
          "CopyTags": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "Tags": {
            "anyOf": [
              {
                "type": "null"
              },
              {
                "type": "array",
                "items": {
                  "title": "TagTemplate",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "Key": {
                      "type": "string"
                    },
                    "Value": {
                      "type": "string"
                    }
                  }
                }
              },
              {
                "title": "GeneratedTags",
                "description": "So many different tags: key-1=value-1 and so on.",
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "generate": {
                    "type": "integer",
                    "minimum": 1
                  }
                },
                "required": [
                  "generate"
                ]
              }
            ]
          }
        }
      },
      "wire": {
        "title": "WireEdits",
        "description": "Form parameters to set (or, with null, to remove) after an SDK has written the request.",
        "type": "object",
        "additionalProperties": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "http": {
        "title": "HttpEdits",
        "description": "How the form is written and carried, where that is not as an SDK does it. Comes after the edits of the wire. As a patch, any part may be null.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "method": {
            "description": "GET: the form is the query string, and there is no body.",
            "enum": [
              "GET",
              null
            ]
          },
          "contentType": {
            "description": "The Content-Type header.",
            "type": [
              "string",
              "null"
            ]
          },
          "escapes": {
            "description": "plus: a space is a plus sign; lower-case: hexadecimal digits are in lower case; all: whatever can be escaped is; iso-8859-1: escapes are bytes of that charset.",
            "enum": [
              "plus",
              "lower-case",
              "all",
              "iso-8859-1",
              null
            ]
          },
          "order": {
            "description": "reversed: the last parameter comes first.",
            "enum": [
              "reversed",
              null
            ]
          },
          "doubled": {
            "description": "Parameters that are sent once more at the end, with this value; a template as in a request.",
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": {
              "type": "string"
            }
          },
          "body": {
            "description": "empty: nothing at all.",
            "enum": [
              "empty",
              null
            ]
          }
        }
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:check",
    "title": "CheckReport",
    "description": "What `check` found in planned copies, or `check --test-policies` in the tests of policies. Lines and columns count from 1.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "format": {
        "const": 1
      },
      "tool": {
        "title": "CheckTool",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "version"
        ]
      },
      "what": {
        "description": "What the subjects are.",
        "enum": [
          "copies",
          "policy tests"
        ]
      },
      "summary": {
        "title": "CheckSummary",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "files": {
            "type": "integer"
          },
          "subjects": {
            "type": "integer"
          },
          "error": {
            "type": "integer"
          },
          "warning": {
            "type": "integer"
          },
          "note": {
            "type": "integer"
          },
          "undecided": {
            "description": "Findings of which it is not known whether they stand.",
            "type": "integer"
          },
          "excused": {
            "description": "Findings that exceptions excuse.",
            "type": "integer"
          },
          "failOn": {
            "$ref": "#/$defs/severity"
          },
          "allowUndecided": {
            "description": "Whether what is undecided may pass.",
            "type": "boolean"
          },
          "exitCode": {
            "description": "2 where something that was named could not be read; what could be is judged.",
            "enum": [
              0,
              1,
              2
            ]
          }
        },
        "required": [
          "files",
          "subjects",
          "error",
          "warning",
          "note",
          "undecided",
          "excused",
          "failOn",
          "allowUndecided",
          "exitCode"
        ]
      },
      "subjects": {
        "description": "Planned copies in the order in which they are made, or tests.",
        "type": "array",
        "items": {
          "title": "CheckSubject",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "name": {
              "description": "Unique in its file.",
              "type": "string"
            },
            "file": {
              "type": "string"
            },
            "line": {
              "type": "integer"
            },
            "column": {
              "type": "integer"
            }
          },
          "required": [
            "name",
            "file",
            "line",
            "column"
          ]
        }
      },
      "findings": {
        "type": "array",
        "items": {
          "title": "CheckFinding",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "rule": {
              "type": "string"
            },
            "severity": {
              "$ref": "#/$defs/severity"
            },
            "standing": {
              "description": "`undecided` where it is not known whether it stands, `excused` where an exception says that it may; absent where it stands. Only what stands counts by severity.",
              "enum": [
                "undecided",
                "excused"
              ]
            },
            "reason": {
              "description": "What is not known and would decide it, or who excuses it and until when; absent where it stands.",
              "type": "string"
            },
            "message": {
              "type": "string"
            },
            "file": {
              "type": "string"
            },
            "line": {
              "type": "integer"
            },
            "column": {
              "type": "integer"
            },
            "subject": {
              "description": "Index of the subject it is about; absent when it is about a policy as a whole.",
              "type": "integer"
            }
          },
          "required": [
            "rule",
            "severity",
            "message",
            "file",
            "line",
            "column"
          ]
        }
      },
      "rules": {
        "description": "What the findings refer to, by id.",
        "type": "array",
        "items": {
          "title": "CheckRule",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "id": {
              "description": "Of the catalogue, or policy/..., plan/..., exception/..., input/....",
              "type": "string"
            },
            "statement": {
              "type": "string"
            },
            "help": {
              "description": "How it is known, or what to do.",
              "type": "string"
            },
            "url": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "statement",
            "help"
          ]
        }
      },
      "policies": {
        "type": "array",
        "items": {
          "title": "PolicySummary",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "id": {
              "type": "string"
            },
            "file": {
              "type": "string"
            },
            "applied": {
              "description": "Copies it applied to.",
              "type": "integer"
            },
            "denied": {
              "type": "integer"
            },
            "excepted": {
              "type": "integer"
            },
            "undecided": {
              "description": "Copies for which something it depends on is not known.",
              "type": "integer"
            },
            "unknown": {
              "description": "What was not known, as paths in the context.",
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "id",
            "file",
            "applied",
            "denied",
            "excepted",
            "undecided",
            "unknown"
          ]
        }
      },
      "notChecked": {
        "description": "What could not be judged, and why.",
        "type": "array",
        "items": {
          "title": "NotChecked",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "reason": {
              "type": "string"
            },
            "copies": {
              "description": "How many copies it concerns.",
              "type": "integer"
            },
            "rules": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "reason",
            "copies",
            "rules"
          ]
        }
      }
    },
    "required": [
      "format",
      "tool",
      "what",
      "summary",
      "subjects",
      "findings",
      "rules",
      "policies",
      "notChecked"
    ],
    "$defs": {
      "severity": {
        "title": "CheckSeverity",
        "enum": [
          "error",
          "warning",
          "note"
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:config",
    "title": "ConfigDocument",
    "description": "What `verify` does unless its flags say otherwise: `neptune-copy-contract.yaml` in the working folder, or the file of --config. Members are the flags without their dashes; files are named as flags name them.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "$schema": {
        "description": "For editors; says nothing here.",
        "type": "string"
      },
      "endpoint": {
        "description": "The endpoint to judge; the embedded one unless given.",
        "type": "string",
        "minLength": 1
      },
      "kms-endpoint": {
        "description": "Where its KMS is, if elsewhere.",
        "type": "string",
        "minLength": 1
      },
      "account": {
        "description": "Accounts by profiles of the AWS configuration, as ID=PROFILE: the first calls, a second is the other one.",
        "type": "array",
        "minItems": 1,
        "maxItems": 2,
        "items": {
          "type": "string",
          "pattern": "^[0-9]{12}=."
        }
      },
      "region": {
        "description": "The called Region.",
        "type": "string",
        "minLength": 1
      },
      "ca": {
        "description": "File of certificates (PEM) to trust at an https endpoint, in the place of the usual ones.",
        "type": "string",
        "minLength": 1
      },
      "insecure": {
        "description": "Whether the certificate of an https endpoint is not checked.",
        "type": "boolean"
      },
      "report": {
        "description": "Where reports go, as FORMAT or FORMAT=FILE.",
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "failures": {
        "description": "Folder for a file of each deviation, for `replay`.",
        "type": "string",
        "minLength": 1
      },
      "rule": {
        "description": "Rules that alone are judged.",
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "case": {
        "description": "Cases that alone are run; * stands for any characters.",
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "grep": {
        "description": "Text in id or title of the cases that alone are run.",
        "type": "string",
        "minLength": 1
      },
      "exclude-rule": {
        "description": "Rules that are not judged.",
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "string",
          "minLength": 1
        }
      },
      "verbose": {
        "description": "Whether the text report has evidence, exchanges and scripts.",
        "type": "boolean"
      },
      "without": {
        "description": "What is left out: cases that need it are not run.",
        "type": "array",
        "minItems": 1,
        "items": {
          "enum": [
            "kms",
            "key-states",
            "sharing",
            "tags",
            "second-account",
            "second-region"
          ]
        }
      },
      "min-measured": {
        "description": "Gating rules that must be measured, of those that nothing excuses: a number, or a share such as 75%.",
        "type": [
          "integer",
          "string"
        ]
      },
      "seed": {
        "description": "Seed of everything random.",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "gate": {
        "description": "Weakest knowledge that fails the run.",
        "enum": [
          "observed",
          "documented",
          "sibling",
          "inferred"
        ]
      },
      "requirements": {
        "description": "Name of a requirement set, such as 2026-11: what gates since is told as new, and fails no run.",
        "type": "string"
      },
      "target-name": {
        "description": "What the report and the baseline call the target.",
        "type": "string",
        "minLength": 1
      },
      "baseline": {
        "description": "File of known deviations.",
        "type": "string",
        "minLength": 1
      },
      "pairs": {
        "description": "Most pairs of rules that are broken together; 0 for none.",
        "type": "integer",
        "minimum": 0,
        "maximum": 1000000
      },
      "jobs": {
        "description": "How many worlds are staged and judged at once.",
        "type": "integer",
        "minimum": 1,
        "maximum": 64
      },
      "runs": {
        "description": "Sequences of calls that the stateful search makes up; 0 for none.",
        "type": "integer",
        "minimum": 0,
        "maximum": 1000000
      },
      "max-calls": {
        "description": "Most calls in a sequence.",
        "type": "integer",
        "minimum": 1,
        "maximum": 1000
      },
      "max-time": {
        "description": "Seconds after which the search begins no new sequence.",
        "type": "integer",
        "minimum": 1,
        "maximum": 86400
      },
      "quota": {
        "description": "The target's quota of manual snapshots, if not 100.",
        "type": "integer",
        "minimum": 1,
        "maximum": 10000
      },
      "deadline": {
        "description": "Seconds after which the run cleans up and reports what it has.",
        "type": "integer",
        "minimum": 1,
        "maximum": 86400
      },
      "copy-timeout": {
        "description": "Seconds to wait for a copy to become available.",
        "type": "integer",
        "minimum": 1,
        "maximum": 3600
      },
      "timeout": {
        "description": "Seconds to wait for an answer.",
        "type": "integer",
        "minimum": 1,
        "maximum": 3600
      },
      "journal": {
        "description": "File for the journal of what is made at the endpoint.",
        "type": "string",
        "minLength": 1
      },
      "bail": {
        "description": "Whether to stop after the first deviation that fails the run, or after how many.",
        "type": [
          "boolean",
          "integer"
        ],
        "minimum": 1
      },
      "check-reproductions": {
        "description": "Whether each script that reproduces a deviation is run once, to tell which do not show it.",
        "type": "boolean"
      },
      "quiet": {
        "description": "Whether nothing is said on standard error but the verdict and errors.",
        "type": "boolean"
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:decision-context",
    "title": "DecisionContext",
    "description": "What a policy decides on. A member that is not known (who calls, or without a world what the source is like) is absent, and a policy that depends on it stays undecided.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "request": {
        "title": "ContextRequest",
        "description": "The request as it is planned.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "SourceDBClusterSnapshotIdentifier": {
            "type": "string"
          },
          "TargetDBClusterSnapshotIdentifier": {
            "type": "string"
          },
          "KmsKeyId": {
            "type": "string"
          },
          "PreSignedUrl": {
            "type": "string"
          },
          "CopyTags": {
            "type": "boolean"
          },
          "Tags": {
            "type": "array",
            "items": {
              "title": "ContextTag",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "Key": {
                  "type": "string"
                },
                "Value": {
                  "type": "string"
                }
              }
            }
          },
          "SourceRegion": {
            "type": "string"
          }
        }
      },
      "caller": {
        "title": "ContextPlace",
        "description": "Who calls, and the Region that is called.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "type": "string"
          },
          "region": {
            "type": "string"
          }
        }
      },
      "source": {
        "title": "ContextSource",
        "description": "The snapshot to copy. Where it is and its name follow from the request; the rest is known with a world only.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "DBClusterSnapshotIdentifier": {
            "description": "In lower case.",
            "type": "string"
          },
          "DBClusterSnapshotArn": {
            "type": "string"
          },
          "Status": {
            "type": "string"
          },
          "SnapshotType": {
            "enum": [
              "manual",
              "automated"
            ]
          },
          "StorageEncrypted": {
            "type": "boolean"
          },
          "KmsKeyId": {
            "description": "ARN of its key; absent when it is not encrypted.",
            "type": "string"
          },
          "DBClusterIdentifier": {
            "type": "string"
          },
          "Engine": {
            "type": "string"
          },
          "EngineVersion": {
            "type": "string"
          },
          "SnapshotCreateTime": {
            "type": "string"
          },
          "ageSeconds": {
            "description": "From SnapshotCreateTime to `now`.",
            "type": "integer"
          },
          "tags": {
            "$ref": "#/$defs/tags"
          },
          "sharedWith": {
            "description": "Accounts, or all.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "key": {
        "title": "ContextKey",
        "description": "What KmsKeyId leads to; absent without one. An alias is resolved, and the state known, with a world only.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "alias": {
            "description": "`alias/...`; absent when the request names the key by its id.",
            "type": "string"
          },
          "KeyId": {
            "type": "string"
          },
          "Arn": {
            "type": "string"
          },
          "KeyState": {
            "enum": [
              "Enabled",
              "Disabled",
              "PendingDeletion"
            ]
          },
          "KeyManager": {
            "enum": [
              "CUSTOMER",
              "AWS"
            ]
          },
          "MultiRegion": {
            "type": "boolean"
          }
        }
      },
      "copy": {
        "title": "ContextCopy",
        "description": "What is to be made.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "DBClusterSnapshotIdentifier": {
            "description": "In lower case.",
            "type": "string"
          },
          "tags": {
            "$ref": "#/$defs/tags"
          }
        }
      },
      "crossRegion": {
        "description": "Whether the source is in another Region than the one called.",
        "type": "boolean"
      },
      "now": {
        "description": "When the copies are looked at, such as 2026-11-22T03:00:00.000Z.",
        "type": "string"
      },
      "plan": {
        "title": "ContextPlan",
        "description": "The copies that are planned together, this one among them; badly written ones are left out.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "size": {
            "description": "How many there are.",
            "type": "integer"
          },
          "toPlace": {
            "description": "How many of them go into the account and Region of this copy.",
            "type": "integer"
          },
          "madeToday": {
            "description": "How many manual snapshots that account has there which were made on the day of `now` (UTC); known with a world only.",
            "type": "integer"
          },
          "copies": {
            "description": "Each of them, in order; not known where they are more than 2,000.",
            "type": "array",
            "items": {
              "title": "PlannedEntry",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "name": {
                  "description": "As reports call it.",
                  "type": "string"
                },
                "file": {
                  "type": "string"
                },
                "account": {
                  "type": "string"
                },
                "region": {
                  "type": "string"
                },
                "SourceDBClusterSnapshotIdentifier": {
                  "description": "As in the request.",
                  "type": "string"
                },
                "DBClusterSnapshotIdentifier": {
                  "description": "In lower case.",
                  "type": "string"
                },
                "KmsKeyId": {
                  "description": "As in the request.",
                  "type": "string"
                }
              },
              "required": [
                "name",
                "file"
              ]
            }
          }
        }
      },
      "crossAccount": {
        "description": "Whether another account owns the source.",
        "type": "boolean"
      }
    },
    "required": [
      "request",
      "caller",
      "source",
      "copy"
    ],
    "$defs": {
      "tags": {
        "title": "ContextTags",
        "description": "Tag values by key. Those of the copy are the request's, or with CopyTags the source's, which are known with a world only.",
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:deviation",
    "title": "DeviationValues",
    "description": "What was expected and the actual outcome, as data: sentences are made of it where it is shown. Names, ARNs, ids and Regions of the run stand as abstract names.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "expected": {
        "$ref": "#/$defs/expected"
      },
      "actual": {
        "$ref": "#/$defs/actual"
      }
    },
    "required": [
      "expected",
      "actual"
    ],
    "$defs": {
      "expected": {
        "title": "Expected",
        "anyOf": [
          {
            "title": "ExpectedOutcome",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "outcome"
              },
              "copy": {
                "type": "boolean",
                "description": "Whether a copy is expected."
              },
              "faults": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Shapes of the expected faults."
              }
            },
            "required": [
              "kind",
              "copy",
              "faults"
            ]
          },
          {
            "title": "ExpectedMembers",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "members"
              },
              "of": {
                "$ref": "#/$defs/subject"
              },
              "members": {
                "type": "object",
                "additionalProperties": {
                  "$ref": "#/$defs/memberExpectation"
                }
              }
            },
            "required": [
              "kind",
              "of",
              "members"
            ]
          },
          {
            "title": "ExpectedTags",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "tags"
              },
              "of": {
                "$ref": "#/$defs/subject"
              },
              "required": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/tag"
                }
              },
              "alternative": {
                "description": "Tags that will do as well as the required ones, where there are two ways.",
                "type": "array",
                "items": {
                  "$ref": "#/$defs/tag"
                }
              },
              "optional": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/tag"
                }
              }
            },
            "required": [
              "kind",
              "of",
              "required",
              "optional"
            ]
          },
          {
            "title": "ExpectedPresence",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "presence"
              },
              "of": {
                "$ref": "#/$defs/subject"
              },
              "present": {
                "type": "boolean"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "of",
              "present"
            ]
          },
          {
            "title": "ExpectedProgress",
            "description": "It never falls.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "progress"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "ExpectedWinners",
            "description": "How many of so many requests at once are to succeed.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "winners"
              },
              "winners": {
                "type": "integer"
              },
              "of": {
                "type": "integer"
              }
            },
            "required": [
              "kind",
              "winners",
              "of"
            ]
          },
          {
            "title": "ExpectedEnd",
            "description": "The pages of a list come to an end.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "list"
              },
              "operation": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "operation"
            ]
          },
          {
            "title": "ExpectedXml",
            "description": "Well-formed XML.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "xml"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "ExpectedHeader",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "header"
              },
              "name": {
                "type": "string"
              },
              "value": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "name",
              "value"
            ]
          },
          {
            "title": "ExpectedEnvelope",
            "description": "Elements, one in the other, with what stands in the last and beside the second.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "envelope"
              },
              "status": {
                "type": "integer"
              },
              "path": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "inside": {
                "description": "Elements inside the last of the path.",
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "beside": {
                "description": "Elements beside the first of the path's inner ones.",
                "type": "array",
                "items": {
                  "type": "string"
                }
              }
            },
            "required": [
              "kind",
              "path",
              "inside",
              "beside"
            ]
          },
          {
            "title": "ExpectedHttpStatus",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "http-status"
              },
              "status": {
                "type": "integer"
              },
              "code": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "status",
              "code"
            ]
          },
          {
            "title": "ExpectedCode",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "code"
              },
              "code": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "code"
            ]
          },
          {
            "title": "ExpectedFaultType",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "fault-type"
              },
              "type": {
                "type": "string"
              },
              "code": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "type",
              "code"
            ]
          },
          {
            "title": "ExpectedRequestId",
            "description": "One in the body, the same in the header x-amzn-RequestId.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "request-id"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "ExpectedNamespace",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "namespace"
              },
              "uri": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "uri"
            ]
          },
          {
            "title": "ExpectedElements",
            "description": "No elements that are so.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "elements"
              },
              "problem": {
                "enum": [
                  "empty",
                  "unknown",
                  "mistyped",
                  "mislisted"
                ]
              }
            },
            "required": [
              "kind",
              "problem"
            ]
          },
          {
            "title": "ExpectedSdkOutput",
            "description": "The SDK reads an output like the answer.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "sdk-output"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "ExpectedSdkException",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "sdk-exception"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "name"
            ]
          }
        ]
      },
      "actual": {
        "title": "Actual",
        "anyOf": [
          {
            "title": "ActualCopy",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "copy"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "ActualRejection",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "rejection"
              },
              "code": {
                "type": "string"
              },
              "status": {
                "type": "integer"
              }
            },
            "required": [
              "kind",
              "code"
            ]
          },
          {
            "title": "ActualUnintelligible",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "unintelligible"
              },
              "status": {
                "type": "integer"
              },
              "reason": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "reason"
            ]
          },
          {
            "title": "ActualMembers",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "members"
              },
              "of": {
                "$ref": "#/$defs/subject"
              },
              "members": {
                "type": "object",
                "additionalProperties": {
                  "$ref": "#/$defs/memberValue"
                }
              }
            },
            "required": [
              "kind",
              "of",
              "members"
            ]
          },
          {
            "title": "ActualTags",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "tags"
              },
              "of": {
                "$ref": "#/$defs/subject"
              },
              "tags": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/tag"
                }
              }
            },
            "required": [
              "kind",
              "of",
              "tags"
            ]
          },
          {
            "title": "ActualPresence",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "presence"
              },
              "of": {
                "$ref": "#/$defs/subject"
              },
              "present": {
                "type": "boolean"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "of",
              "present"
            ]
          },
          {
            "title": "ActualProgress",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "progress"
              },
              "from": {
                "type": "integer"
              },
              "to": {
                "type": "integer"
              }
            },
            "required": [
              "kind",
              "from",
              "to"
            ]
          },
          {
            "title": "ActualWinners",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "winners"
              },
              "winners": {
                "type": "integer"
              },
              "of": {
                "type": "integer"
              }
            },
            "required": [
              "kind",
              "winners",
              "of"
            ]
          },
          {
            "title": "ActualList",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "list"
              },
              "problem": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "problem"
            ]
          },
          {
            "title": "ActualHeader",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "header"
              },
              "name": {
                "type": "string"
              },
              "value": {
                "type": [
                  "string",
                  "null"
                ]
              }
            },
            "required": [
              "kind",
              "name",
              "value"
            ]
          },
          {
            "title": "ActualEnvelope",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "envelope"
              },
              "status": {
                "type": "integer"
              },
              "root": {
                "$ref": "#/$defs/element"
              }
            },
            "required": [
              "kind",
              "root"
            ]
          },
          {
            "title": "ActualHttpStatus",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "http-status"
              },
              "status": {
                "type": "integer"
              }
            },
            "required": [
              "kind",
              "status"
            ]
          },
          {
            "title": "ActualCode",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "code"
              },
              "code": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "code"
            ]
          },
          {
            "title": "ActualFaultType",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "fault-type"
              },
              "type": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "type"
            ]
          },
          {
            "title": "ActualRequestId",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "request-id"
              },
              "body": {
                "type": "boolean"
              },
              "header": {
                "enum": [
                  "absent",
                  "same",
                  "another"
                ]
              }
            },
            "required": [
              "kind",
              "body",
              "header"
            ]
          },
          {
            "title": "ActualNamespace",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "namespace"
              },
              "uri": {
                "type": [
                  "string",
                  "null"
                ]
              }
            },
            "required": [
              "kind",
              "uri"
            ]
          },
          {
            "title": "ActualElements",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "elements"
              },
              "problem": {
                "enum": [
                  "empty",
                  "unknown",
                  "mistyped",
                  "mislisted"
                ]
              },
              "elements": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/element"
                }
              }
            },
            "required": [
              "kind",
              "problem",
              "elements"
            ]
          },
          {
            "title": "ActualSdkOutput",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "sdk-output"
              },
              "different": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Members that it reads otherwise than they were answered."
              }
            },
            "required": [
              "kind",
              "different"
            ]
          },
          {
            "title": "ActualSdkException",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "sdk-exception"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "name"
            ]
          },
          {
            "title": "ActualSdkNothing",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "sdk-nothing"
              },
              "reason": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "reason"
            ]
          }
        ]
      },
      "subject": {
        "title": "Subject",
        "description": "What it was seen of: the answered copy, the copy as it is described, its source, what had the name before, or another snapshot.",
        "enum": [
          "copy",
          "description",
          "source",
          "existing",
          "snapshot"
        ]
      },
      "memberExpectation": {
        "title": "ExpectedMember",
        "anyOf": [
          {
            "title": "MemberAbsent",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "absent"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "MemberIs",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "is"
              },
              "value": {
                "$ref": "#/$defs/value"
              }
            },
            "required": [
              "kind",
              "value"
            ]
          },
          {
            "title": "MemberOneOf",
            "description": "null stands for an absent member.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "one-of"
              },
              "values": {
                "type": "array",
                "items": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/value"
                    },
                    {
                      "type": "null"
                    }
                  ]
                }
              }
            },
            "required": [
              "kind",
              "values"
            ]
          },
          {
            "title": "MemberBetween",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "between"
              },
              "low": {
                "type": "number"
              },
              "high": {
                "type": "number"
              }
            },
            "required": [
              "kind",
              "low",
              "high"
            ]
          }
        ]
      },
      "memberValue": {
        "title": "MemberText",
        "description": "null stands for an absent member.",
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          },
          {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          {
            "type": "null"
          }
        ]
      },
      "value": {
        "title": "PresentValue",
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          },
          {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        ]
      },
      "tag": {
        "title": "TagText",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "Key": {
            "type": "string"
          },
          "Value": {
            "type": "string"
          }
        },
        "required": [
          "Key"
        ]
      },
      "element": {
        "title": "ElementOutline",
        "description": "An element of an answer, two levels deep.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "children": {
            "type": "array",
            "items": {
              "$ref": "#/$defs/child"
            }
          }
        },
        "required": [
          "name"
        ]
      },
      "child": {
        "title": "ChildOutline",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "children": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Names."
          }
        },
        "required": [
          "name"
        ]
      },
      "sdk": {
        "title": "SdkAnswer",
        "description": "What the AWS SDK made of an answer.",
        "anyOf": [
          {
            "title": "SdkOutput",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "output"
              },
              "snapshot": {
                "type": "object"
              }
            },
            "required": [
              "kind"
            ]
          },
          {
            "title": "SdkException",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "exception"
              },
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "status": {
                "type": "integer"
              }
            },
            "required": [
              "kind",
              "name",
              "message"
            ]
          },
          {
            "title": "SdkNoAnswer",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "no-answer"
              },
              "reason": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "reason"
            ]
          },
          {
            "title": "SdkNotSent",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "const": "not-sent"
              },
              "reason": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "reason"
            ]
          }
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:doctor",
    "title": "DoctorReport",
    "description": "Whether `verify` could measure anything at an endpoint, and what.",
    "type": "object",
    "additionalProperties": false,
    "$defs": {
      "operation": {
        "title": "DoctorOperation",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "service": {
            "enum": [
              "neptune",
              "kms"
            ]
          },
          "name": {
            "type": "string",
            "minLength": 1
          },
          "status": {
            "title": "DoctorOperationStatus",
            "description": "there: it was answered, if only with a refusal of what it was asked for. lacking: the target says itself that it has none, or fails over it. silent: nothing came back. untried: it was never come to.",
            "enum": [
              "there",
              "lacking",
              "silent",
              "untried"
            ]
          },
          "detail": {
            "description": "The target's own words, where it is not there.",
            "type": "string"
          }
        },
        "required": [
          "service",
          "name",
          "status"
        ]
      },
      "capability": {
        "title": "DoctorCapability",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1
          },
          "available": {
            "type": "boolean"
          },
          "detail": {
            "description": "The target's own words, or how it is done.",
            "type": "string"
          },
          "costs": {
            "description": "How many rules of the contract cannot be measured without it; absent where it is there, or is nothing that rules need.",
            "type": "integer",
            "minimum": 0
          }
        },
        "required": [
          "name",
          "available",
          "detail"
        ]
      }
    },
    "properties": {
      "format": {
        "description": "Version of this format.",
        "const": 1
      },
      "tool": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "version"
        ]
      },
      "specHash": {
        "description": "SHA-256 of the contract.",
        "type": "string"
      },
      "endpoint": {
        "description": "What was looked at.",
        "type": "string",
        "minLength": 1
      },
      "contact": {
        "title": "DoctorContact",
        "description": "What answered to the first call, DescribeDBClusterSnapshots.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "title": "DoctorContactKind",
            "description": "query: AWS Query, with a list of snapshots. Nothing came back: refused (nobody listens), no-host (the name is unknown), unreachable (no way leads there), certificate (it is not trusted), no-tls (an https endpoint that speaks no TLS), late (no answer in time), cut (the connection was closed), no-http (something else than HTTP), other. Something came back: no-query (HTTP, but not AWS Query), fault (AWS Query, but the call was refused), no-list (a success without a list of snapshots). stopped: the run ended before.",
            "enum": [
              "query",
              "refused",
              "no-host",
              "unreachable",
              "certificate",
              "no-tls",
              "late",
              "cut",
              "no-http",
              "other",
              "no-query",
              "fault",
              "no-list",
              "stopped"
            ]
          },
          "detail": {
            "description": "What came, in the words of the target or of this machine; absent of a list of snapshots.",
            "type": "string"
          },
          "status": {
            "description": "HTTP status, where there was one.",
            "type": "integer"
          },
          "contentType": {
            "description": "What the answer says that it is.",
            "type": "string"
          }
        },
        "required": [
          "kind"
        ]
      },
      "proxies": {
        "description": "Variables of the environment that name a proxy for this endpoint, which is not used.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "target": {
        "description": "What was found out of who answers; absent where nobody did.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "account": {
            "type": "string"
          },
          "region": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "account",
          "region"
        ]
      },
      "clusters": {
        "description": "The way in which a cluster could be had; absent where none could.",
        "type": "string"
      },
      "copy": {
        "title": "DoctorCopy",
        "description": "What came of a copy with nothing special about it; absent where nobody answered.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "status": {
            "title": "DoctorCopyStatus",
            "description": "works: it was made. fails: it was refused, or is no copy. absent: the target says that it has no such operation. unknown: it could not be tried, or seen to its end.",
            "enum": [
              "works",
              "fails",
              "absent",
              "unknown"
            ]
          },
          "detail": {
            "description": "The target's own words, or why it is not known.",
            "type": "string"
          },
          "deviation": {
            "description": "The deviation that `verify` tells of it.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "rule": {
                "type": "string"
              },
              "fingerprint": {
                "type": "string"
              },
              "expected": {
                "$ref": "deviation#/$defs/expected"
              },
              "actual": {
                "$ref": "deviation#/$defs/actual"
              }
            },
            "required": [
              "rule",
              "fingerprint",
              "expected",
              "actual"
            ]
          }
        },
        "required": [
          "status"
        ]
      },
      "operations": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/operation"
        }
      },
      "capabilities": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/capability"
        }
      },
      "rules": {
        "description": "How many rules of the contract can be measured, as far as capabilities tell; absent where no plain copy was answered.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "measurable": {
            "type": "integer",
            "minimum": 0
          },
          "of": {
            "type": "integer",
            "minimum": 0
          }
        },
        "required": [
          "measurable",
          "of"
        ]
      },
      "run": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "startedAt": {
            "type": "string"
          },
          "milliseconds": {
            "type": "integer",
            "minimum": 0
          },
          "requests": {
            "description": "HTTP requests that were sent.",
            "type": "integer",
            "minimum": 0
          },
          "stopped": {
            "description": "Why it ended before all was looked at.",
            "type": "string"
          }
        },
        "required": [
          "id",
          "startedAt",
          "milliseconds"
        ]
      },
      "leftBehind": {
        "description": "What could not be removed.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "exitCode": {
        "description": "0: something can be measured. 1: the operation is not there, or a plain copy fails. 2: it could not be told.",
        "enum": [
          0,
          1,
          2
        ]
      }
    },
    "required": [
      "format",
      "tool",
      "specHash",
      "endpoint",
      "contact",
      "proxies",
      "operations",
      "capabilities",
      "run",
      "leftBehind",
      "exitCode"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:drift-allowed",
    "title": "AllowedDrift",
    "description": "Differences between the contract and the AWS SDK that are known and meant. An entry that matches no difference fails the run.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "entries": {
        "type": "array",
        "items": {
          "title": "AllowedDifference",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "path": {
              "description": "What differs, as the report names it: input.Tags[].Key, faults.KMSKeyNotAccessibleFault.",
              "type": "string",
              "minLength": 1
            },
            "kind": {
              "$ref": "drift#/$defs/kind"
            },
            "sdk": {
              "description": "What the SDK says, as the report shows it. Needed wherever the kind alone does not tell, so that another change there is not allowed by this entry.",
              "type": "string",
              "minLength": 1
            },
            "reason": {
              "description": "Why the contract differs from the SDK.",
              "type": "string",
              "pattern": "\\S"
            },
            "link": {
              "description": "Where more is said.",
              "type": "string",
              "pattern": "^https?://"
            }
          },
          "required": [
            "path",
            "kind",
            "reason"
          ],
          "if": {
            "properties": {
              "kind": {
                "enum": [
                  "gone",
                  "required",
                  "optional"
                ]
              }
            }
          },
          "else": {
            "required": [
              "sdk"
            ]
          }
        }
      }
    },
    "required": [
      "entries"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:drift",
    "title": "DriftReport",
    "description": "How the AWS SDK's runtime schemas of the operation differ from the contract.",
    "type": "object",
    "additionalProperties": false,
    "$defs": {
      "kind": {
        "title": "DriftKind",
        "description": "What about the thing at the path differs. gone: only the contract has it. added: only the SDK has it. required, optional: the SDK says so, the contract the opposite. The others: their value differs.",
        "enum": [
          "gone",
          "added",
          "type",
          "required",
          "optional",
          "wire-name",
          "code",
          "status",
          "sender",
          "protocol",
          "version",
          "namespace"
        ]
      },
      "difference": {
        "title": "DriftDifference",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "path": {
            "description": "What differs.",
            "type": "string",
            "minLength": 1
          },
          "kind": {
            "$ref": "#/$defs/kind"
          },
          "change": {
            "title": "DriftChange",
            "description": "broken: what the contract promises no longer holds. addition: what relied on the contract still works.",
            "enum": [
              "broken",
              "addition"
            ]
          },
          "contract": {
            "description": "What the contract says; absent if it says nothing.",
            "type": "string"
          },
          "sdk": {
            "description": "What the SDK says; absent if it says nothing.",
            "type": "string"
          },
          "allowed": {
            "description": "Reason of the entry that allows it; absent if none does.",
            "type": "string"
          }
        },
        "required": [
          "path",
          "kind",
          "change"
        ]
      },
      "stale": {
        "title": "StaleAllowance",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer",
            "minimum": 1
          },
          "column": {
            "type": "integer",
            "minimum": 1
          },
          "path": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/$defs/kind"
          },
          "message": {
            "type": "string"
          }
        },
        "required": [
          "file",
          "line",
          "column",
          "path",
          "kind",
          "message"
        ]
      }
    },
    "properties": {
      "version": {
        "description": "Version of this package.",
        "type": "string"
      },
      "specHash": {
        "description": "SHA-256 of the contract.",
        "type": "string"
      },
      "sdk": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "version"
        ]
      },
      "verdict": {
        "title": "DriftVerdict",
        "description": "stale: nothing is broken, but the allow-list no longer holds.",
        "enum": [
          "same",
          "additions",
          "stale",
          "broken"
        ]
      },
      "differences": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/difference"
        }
      },
      "stale": {
        "description": "Entries of allow-lists that match no difference.",
        "type": "array",
        "items": {
          "$ref": "#/$defs/stale"
        }
      },
      "exitCode": {
        "enum": [
          0,
          1,
          3
        ]
      }
    },
    "required": [
      "version",
      "specHash",
      "sdk",
      "verdict",
      "differences",
      "stale",
      "exitCode"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:failure",
    "title": "Failure",
    "description": "One deviation in a file of its own: all that is needed to see it again, without a generator. `replay` reads it.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "format": {
        "description": "Version of this format.",
        "const": 2
      },
      "tool": {
        "$ref": "report#/properties/tool"
      },
      "specHash": {
        "description": "SHA-256 of the contract's data that judged.",
        "type": "string"
      },
      "runtime": {
        "title": "Runtime",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "node": {
            "type": "string"
          },
          "sdk": {
            "description": "Version of @aws-sdk/client-neptune.",
            "type": "string"
          }
        },
        "required": [
          "node",
          "sdk"
        ]
      },
      "target": {
        "title": "FailureTarget",
        "description": "Where it was seen.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "endpoint": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "region": {
            "description": "The called Region.",
            "type": "string"
          }
        },
        "required": [
          "name",
          "region"
        ]
      },
      "seed": {
        "type": "integer"
      },
      "rule": {
        "type": "string"
      },
      "statement": {
        "description": "The rule in one sentence.",
        "type": "string"
      },
      "aspect": {
        "enum": [
          "behaviour",
          "fault"
        ]
      },
      "level": {
        "enum": [
          "observed",
          "documented",
          "sibling",
          "inferred",
          "contradicted",
          "unspecified"
        ]
      },
      "gating": {
        "type": "boolean"
      },
      "expected": {
        "$ref": "deviation#/$defs/expected"
      },
      "actual": {
        "$ref": "deviation#/$defs/actual"
      },
      "fingerprint": {
        "$ref": "report#/$defs/fingerprint"
      },
      "beside": {
        "description": "Other deviations that the same call showed. They are no news when it is replayed.",
        "type": "array",
        "items": {
          "$ref": "report#/$defs/fingerprint"
        }
      },
      "cases": {
        "description": "Cases that showed it.",
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "string"
        }
      },
      "replay": {
        "title": "FailureReplay",
        "description": "What is done again.",
        "anyOf": [
          {
            "$ref": "#/$defs/case"
          },
          {
            "$ref": "#/$defs/sequence"
          }
        ]
      },
      "verdict": {
        "$ref": "report#/$defs/verdict"
      },
      "transcript": {
        "description": "What went over the wire.",
        "type": "array",
        "items": {
          "$ref": "report#/$defs/exchange"
        }
      },
      "sdk": {
        "$ref": "deviation#/$defs/sdk"
      },
      "reproduction": {
        "title": "FailureScripts",
        "description": "Scripts to paste.",
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      }
    },
    "required": [
      "format",
      "tool",
      "specHash",
      "runtime",
      "target",
      "seed",
      "rule",
      "statement",
      "aspect",
      "level",
      "gating",
      "expected",
      "actual",
      "fingerprint",
      "cases",
      "replay",
      "transcript",
      "sdk",
      "reproduction"
    ],
    "$defs": {
      "case": {
        "title": "CaseReplay",
        "description": "A directed case: a world, a caller and a request, all with abstract names.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "const": "case"
          },
          "rule": {
            "description": "The rule that the case puts to the test.",
            "type": "string"
          },
          "given": {
            "$ref": "world"
          },
          "caller": {
            "$ref": "calls#/$defs/at"
          },
          "request": {
            "$ref": "cases#/$defs/request"
          },
          "wire": {
            "$ref": "cases#/$defs/wire"
          },
          "http": {
            "$ref": "cases#/$defs/http"
          }
        },
        "required": [
          "kind",
          "rule",
          "given",
          "caller",
          "request"
        ]
      },
      "sequence": {
        "title": "SequenceReplay",
        "description": "Calls that show it, and where they come from.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "const": "sequence"
          },
          "calls": {
            "$ref": "calls"
          },
          "path": {
            "description": "Index among the sequences that the seed gives, or the id of a directed one.",
            "type": "string"
          },
          "replayPath": {
            "description": "Which calls of that sequence are kept.",
            "type": "string"
          }
        },
        "required": [
          "kind",
          "calls",
          "path",
          "replayPath"
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:faults",
    "title": "FaultCatalogue",
    "description": "Every fault the contract speaks of: its shape in the service model, its code on the wire, its HTTP status.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "faults": {
        "type": "array",
        "minItems": 1,
        "items": {
          "title": "FaultEntry",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "shape": {
              "description": "Name of the shape; for a common error, the code itself.",
              "type": "string"
            },
            "code": {
              "description": "Value of <Code> on the wire.",
              "type": "string"
            },
            "otherCodes": {
              "description": "Other spellings of the code that AWS documents for the same error.",
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "status": {
              "description": "HTTP status.",
              "type": "integer",
              "minimum": 400,
              "maximum": 599
            },
            "type": {
              "description": "Value of <Type> on the wire.",
              "enum": [
                "Sender",
                "Receiver"
              ]
            },
            "declared": {
              "description": "Whether the operation declares it.",
              "type": "boolean"
            },
            "regardless": {
              "description": "Set where it may answer any request, whatever it says, so that it is no verdict: the service is busy, nothing can be done with the caller's session, or the caller may not do it.",
              "enum": [
                "busy",
                "session",
                "permission"
              ]
            },
            "note": {
              "description": "What is peculiar about it.",
              "type": "string"
            },
            "claims": {
              "title": "FaultClaims",
              "description": "The rule that a target claims to be broken when it answers with this fault, where one rule stands for it.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "rule": {
                  "type": "string"
                },
                "withKey": {
                  "description": "The same for a request that names a key.",
                  "type": "string"
                }
              },
              "required": [
                "rule"
              ]
            }
          },
          "required": [
            "shape",
            "code",
            "status",
            "type",
            "declared"
          ]
        }
      }
    },
    "required": [
      "faults"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:live",
    "title": "LiveDocument",
    "description": "What an AWS account has that `live` may copy from and encrypt with: it makes no cluster, no snapshot but copies, and no key. Names are the keys of `snapshots` and `keys`. Credentials never stand here: profiles of the AWS configuration are named, or the SDK finds them by itself.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "accounts",
      "regions"
    ],
    "properties": {
      "$schema": {
        "description": "For editors; says nothing here.",
        "type": "string"
      },
      "accounts": {
        "title": "LiveAccounts",
        "description": "Who calls, and another account where there is one.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "self"
        ],
        "properties": {
          "self": {
            "$ref": "#/$defs/account"
          },
          "other": {
            "$ref": "#/$defs/account"
          }
        }
      },
      "regions": {
        "title": "LiveRegions",
        "description": "The Region that is called, and another one where there is one.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "here"
        ],
        "properties": {
          "here": {
            "$ref": "#/$defs/region"
          },
          "elsewhere": {
            "$ref": "#/$defs/region"
          }
        }
      },
      "snapshots": {
        "description": "DB cluster snapshots that may be copied, by name. They are never changed.",
        "type": "object",
        "additionalProperties": {
          "$ref": "#/$defs/snapshot"
        }
      },
      "keys": {
        "description": "KMS keys that copies may be encrypted with, and those that AWS should refuse, by name.",
        "type": "object",
        "additionalProperties": {
          "$ref": "#/$defs/key"
        }
      },
      "assume": {
        "title": "LiveAssumptions",
        "description": "What the plan reckons with, where it is not as it usually is.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "gibPerSnapshot": {
            "description": "Most that a snapshot holds, in GiB; 10 unless given.",
            "type": "number",
            "exclusiveMinimum": 0
          },
          "usdPerGibMonth": {
            "description": "Price of a GiB of snapshots for a month of 730 hours, in USD; 0.03 unless given.",
            "type": "number",
            "minimum": 0
          },
          "usdPerGibTransfer": {
            "description": "Price of a GiB that goes to another Region, in USD; 0.15 unless given.",
            "type": "number",
            "minimum": 0
          },
          "minutesPerCopy": {
            "description": "Longest that a copy is under way, in minutes; 30 unless given.",
            "type": "number",
            "exclusiveMinimum": 0
          }
        }
      }
    },
    "$defs": {
      "account": {
        "title": "LiveAccount",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "description": "Twelve digits, in quotes.",
            "type": "string",
            "pattern": "^[0-9]{12}$"
          },
          "profile": {
            "description": "Profile of the AWS configuration; whatever the SDK finds by itself unless given.",
            "type": "string",
            "minLength": 1
          }
        }
      },
      "region": {
        "title": "LiveRegion",
        "type": "string",
        "pattern": "^[a-z]{2,}(-[a-z]+)+-[0-9]+$"
      },
      "accountRole": {
        "title": "LiveAccountRole",
        "description": "Whose it is; `self` unless given.",
        "enum": [
          "self",
          "other"
        ]
      },
      "regionRole": {
        "title": "LiveRegionRole",
        "description": "Where it is; `here` unless given.",
        "enum": [
          "here",
          "elsewhere"
        ]
      },
      "snapshot": {
        "title": "LiveSnapshot",
        "description": "A snapshot as the account has it. What is told is looked at before anything is copied.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "identifier"
        ],
        "properties": {
          "identifier": {
            "description": "Its name in AWS.",
            "type": "string",
            "pattern": "^(rds:)?[a-z](-?[a-z0-9])*$",
            "maxLength": 255
          },
          "account": {
            "$ref": "#/$defs/accountRole"
          },
          "region": {
            "$ref": "#/$defs/regionRole"
          },
          "type": {
            "description": "`manual` unless given.",
            "enum": [
              "manual",
              "automated"
            ]
          },
          "encryptedWith": {
            "description": "Name of a key below, or `default` for the AWS managed key; not encrypted unless given.",
            "type": "string"
          },
          "tags": {
            "description": "All of its tags; none unless given.",
            "type": "array",
            "items": {
              "$ref": "world#/$defs/tag"
            }
          },
          "sharedWith": {
            "description": "With whom it is shared, if with anybody.",
            "type": "array",
            "items": {
              "enum": [
                "self",
                "other",
                "all"
              ]
            }
          }
        }
      },
      "key": {
        "title": "LiveKey",
        "description": "A KMS key as the account has it. What is told is looked at before anything is copied.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "description": "Its key id, which is no ARN.",
            "type": "string",
            "pattern": "^[A-Za-z0-9-]+$"
          },
          "account": {
            "$ref": "#/$defs/accountRole"
          },
          "region": {
            "$ref": "#/$defs/regionRole"
          },
          "state": {
            "description": "`Enabled` unless given.",
            "enum": [
              "Enabled",
              "Disabled",
              "PendingDeletion"
            ]
          },
          "spec": {
            "description": "`SYMMETRIC_DEFAULT` unless given.",
            "enum": [
              "SYMMETRIC_DEFAULT",
              "RSA_2048",
              "HMAC_256"
            ]
          },
          "alias": {
            "description": "An alias of it, with its `alias/`.",
            "type": "string",
            "pattern": "^alias/[A-Za-z0-9/_-]+$"
          },
          "usableBy": {
            "description": "Other accounts that its policy lets in; not looked at, because policies are not read.",
            "type": "array",
            "items": {
              "enum": [
                "self",
                "other"
              ]
            }
          },
          "replicas": {
            "description": "Regions with a replica of it.",
            "type": "array",
            "items": {
              "$ref": "#/$defs/regionRole"
            }
          }
        }
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:plan",
    "title": "PlanDocument",
    "description": "Planned copies, as `check` reads them: one request as AWS CLI's --cli-input-json takes it, one with its caller, or several.",
    "anyOf": [
      {
        "$ref": "#/$defs/copy"
      },
      {
        "$ref": "#/$defs/copies"
      },
      {
        "type": "array",
        "items": {
          "$ref": "#/$defs/copy"
        }
      }
    ],
    "$defs": {
      "copy": {
        "title": "PlanItem",
        "anyOf": [
          {
            "$ref": "shapes/copy-db-cluster-snapshot-message"
          },
          {
            "$ref": "#/$defs/plannedCopy"
          }
        ]
      },
      "plannedCopy": {
        "title": "PlannedCopyDocument",
        "description": "A request and who is to make it.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "$schema": {
            "description": "For editors; says nothing here.",
            "type": "string"
          },
          "name": {
            "description": "What reports call it.",
            "type": "string",
            "minLength": 1
          },
          "caller": {
            "$ref": "#/$defs/caller"
          },
          "request": {
            "$ref": "shapes/copy-db-cluster-snapshot-message"
          }
        },
        "required": [
          "request"
        ]
      },
      "copies": {
        "title": "PlannedCopies",
        "description": "Several copies, and who makes those that do not say.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "$schema": {
            "description": "For editors; says nothing here.",
            "type": "string"
          },
          "caller": {
            "$ref": "#/$defs/caller"
          },
          "copies": {
            "type": "array",
            "items": {
              "$ref": "#/$defs/copy"
            }
          }
        },
        "required": [
          "copies"
        ]
      },
      "caller": {
        "title": "PlannedCaller",
        "description": "Who calls, and the Region that is called; the flags --account and --region where left out.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "description": "Twelve digits, in quotes.",
            "type": "string",
            "pattern": "^[0-9]{12}$"
          },
          "region": {
            "description": "A Region such as us-east-1.",
            "type": "string",
            "pattern": "^[a-z]{2}(-[a-z]+)+-[0-9]+$"
          }
        }
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:policy",
    "title": "PolicyDocument",
    "description": "A rule of an organisation about planned copies. `when` and `require` are JSON Schemas (2020-12) over the decision context, spec/decision-context.schema.json; `matchConditions` and `validations` are expressions of CEL over the same, which can relate its members. A file may have several, as documents of YAML.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "$schema": {
        "description": "For editors; says nothing here.",
        "type": "string"
      },
      "id": {
        "description": "Name of the policy, unique among those that are checked together; findings call it policy/ID.",
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
      },
      "message": {
        "description": "What a finding says.",
        "type": "string",
        "minLength": 1
      },
      "description": {
        "description": "Why there is this policy, and what to do.",
        "type": "string",
        "minLength": 1
      },
      "url": {
        "description": "Where more is said.",
        "type": "string",
        "pattern": "^https?://[^\\s<>\"]+$"
      },
      "owner": {
        "description": "Who answers for it.",
        "type": "string",
        "minLength": 1
      },
      "severity": {
        "description": "error unless told otherwise.",
        "enum": [
          "error",
          "warning",
          "note"
        ]
      },
      "when": {
        "description": "Which copies it applies to; all unless told.",
        "$ref": "#/$defs/schema"
      },
      "require": {
        "description": "What it asks of them.",
        "$ref": "#/$defs/schema"
      },
      "matchConditions": {
        "description": "Expressions, all of which are true of the copies that it applies to. One that cannot be evaluated is taken for true.",
        "type": "array",
        "minItems": 1,
        "items": {
          "title": "MatchCondition",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "name": {
              "description": "For readers.",
              "type": "string",
              "minLength": 1
            },
            "expression": {
              "$ref": "#/$defs/expression"
            }
          },
          "required": [
            "expression"
          ]
        }
      },
      "validations": {
        "description": "Expressions, all of which are true of copies that keep it. One that cannot be evaluated is broken.",
        "type": "array",
        "minItems": 1,
        "items": {
          "title": "Validation",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "expression": {
              "$ref": "#/$defs/expression"
            },
            "message": {
              "description": "What a finding adds where it is false; the expression unless told.",
              "type": "string",
              "minLength": 1
            }
          },
          "required": [
            "expression"
          ]
        }
      },
      "exceptions": {
        "description": "Copies that may break it for a while. One that has expired, or excuses nothing, is a warning.",
        "type": "array",
        "items": {
          "title": "PolicyException",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "reason": {
              "type": "string",
              "minLength": 1
            },
            "owner": {
              "type": "string",
              "minLength": 1
            },
            "expires": {
              "description": "Last day on which it applies.",
              "type": "string",
              "format": "date"
            },
            "when": {
              "description": "Which copies it excuses.",
              "$ref": "#/$defs/schema"
            }
          },
          "required": [
            "reason",
            "expires",
            "when"
          ]
        }
      },
      "tests": {
        "title": "PolicyTests",
        "description": "Examples, which `check --test-policies` holds against it. Exceptions do not count for them.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "allowed": {
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/$defs/test"
            }
          },
          "denied": {
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/$defs/test"
            }
          }
        },
        "required": [
          "allowed",
          "denied"
        ]
      }
    },
    "required": [
      "id",
      "message"
    ],
    "$defs": {
      "expression": {
        "title": "Expression",
        "description": "Of CEL, the Common Expression Language, true or false.",
        "type": "string",
        "minLength": 1,
        "maxLength": 10000
      },
      "schema": {
        "title": "EmbeddedSchema",
        "description": "A JSON Schema.",
        "type": "object",
        "additionalProperties": true
      },
      "test": {
        "title": "PolicyTest",
        "description": "A planned copy, and the world it is to be copied in; without one, no more is known than the request tells.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1
          },
          "caller": {
            "$ref": "plan#/$defs/caller"
          },
          "request": {
            "description": "As in a plan.",
            "type": "object",
            "additionalProperties": true
          },
          "world": {
            "$ref": "world"
          },
          "now": {
            "description": "When it is looked at.",
            "type": "string",
            "format": "date-time"
          },
          "others": {
            "description": "Copies that are planned besides.",
            "type": "array",
            "items": {
              "title": "OtherCopy",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "caller": {
                  "description": "The same unless told.",
                  "$ref": "plan#/$defs/caller"
                },
                "request": {
                  "type": "object",
                  "additionalProperties": true
                }
              },
              "required": [
                "request"
              ]
            }
          }
        },
        "required": [
          "name",
          "request"
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:recorded",
    "title": "Recorded",
    "description": "One file of a recording: the call of a case with the looks that follow it, a case that could not be measured, or a sequence of calls.",
    "anyOf": [
      {
        "$ref": "#/$defs/case"
      },
      {
        "$ref": "#/$defs/unmeasured"
      },
      {
        "$ref": "#/$defs/sequence"
      }
    ],
    "$defs": {
      "case": {
        "title": "RecordedCase",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "const": "case"
          },
          "label": {
            "description": "The case, its control case, or a pair of rules, as it was called then.",
            "type": "string"
          },
          "situation": {
            "$ref": "#/$defs/situation"
          },
          "follow": {
            "description": "Whether the copy was followed until it was done.",
            "type": "boolean"
          },
          "names": {
            "title": "RecordedNames",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "prefix": {
                "description": "What the names of its world begin with.",
                "type": "string"
              },
              "copy": {
                "description": "The name that the copy was to have.",
                "type": "string"
              }
            },
            "required": [
              "prefix",
              "copy"
            ]
          },
          "found": {
            "title": "RecordedFound",
            "description": "What the target made up for its world: ids of keys, and snapshots as it described them.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "keys": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "snapshots": {
                "type": "object"
              },
              "aliases": {
                "description": "Aliases of keys, where the target did not make them.",
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "tags": {
                "description": "Tags of snapshots, where the target did not make them.",
                "type": "object"
              }
            }
          },
          "tape": {
            "$ref": "recording#/$defs/tape"
          }
        },
        "required": [
          "kind",
          "label",
          "situation",
          "follow",
          "names",
          "tape"
        ]
      },
      "unmeasured": {
        "title": "RecordedUnmeasured",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "const": "unmeasured"
          },
          "label": {
            "type": "string"
          },
          "situation": {
            "$ref": "#/$defs/situation"
          },
          "follow": {
            "type": "boolean"
          },
          "status": {
            "enum": [
              "inconclusive",
              "error"
            ]
          },
          "reason": {
            "description": "Why, in the target's own words where it is up to it.",
            "type": "string"
          }
        },
        "required": [
          "kind",
          "label",
          "situation",
          "follow",
          "status",
          "reason"
        ]
      },
      "sequence": {
        "title": "RecordedSequence",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "kind": {
            "const": "sequence"
          },
          "calls": {
            "type": "array",
            "items": {
              "$ref": "calls#/$defs/call"
            }
          },
          "closely": {
            "description": "Whether all places were looked at after every call.",
            "type": "boolean"
          },
          "prefix": {
            "description": "What its names begin with.",
            "type": "string"
          },
          "tape": {
            "$ref": "recording#/$defs/tape"
          }
        },
        "required": [
          "kind",
          "calls",
          "closely",
          "prefix",
          "tape"
        ]
      },
      "situation": {
        "title": "RecordedSituation",
        "description": "A world, a caller and a request, with abstract names: by it, a case of today's contract finds its recording.",
        "type": "object",
        "properties": {
          "given": {
            "$ref": "world"
          },
          "caller": {
            "type": "object"
          },
          "request": {
            "type": "object"
          },
          "wire": {
            "type": "object"
          },
          "http": {
            "type": "object"
          }
        },
        "required": [
          "given",
          "caller",
          "request",
          "wire"
        ],
        "additionalProperties": false
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:recording",
    "title": "RecordingIndex",
    "description": "`recording.json` of a recording: what was recorded, and the files that belong to it. `verify --record` writes it, `verify --recording` judges it.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "format": {
        "description": "Version of this format.",
        "const": 1
      },
      "tool": {
        "title": "RecordingTool",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "const": "neptune-copy-contract"
          },
          "version": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "version"
        ]
      },
      "specHash": {
        "description": "SHA-256 of the contract's data that the run was made with. A later contract judges it as well.",
        "type": "string"
      },
      "runtime": {
        "title": "RecordingRuntime",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "node": {
            "type": "string"
          },
          "sdk": {
            "description": "Version of @aws-sdk/client-neptune.",
            "type": "string"
          }
        },
        "required": [
          "node",
          "sdk"
        ]
      },
      "target": {
        "title": "RecordingTarget",
        "description": "Who answered. Accounts and ids are placeholders.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "endpoint": {
            "description": "The URL, with a placeholder for its host.",
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "accounts": {
            "$ref": "report#/properties/target/properties/accounts"
          },
          "regions": {
            "$ref": "report#/properties/target/properties/regions"
          },
          "capabilities": {
            "$ref": "report#/properties/target/properties/capabilities"
          },
          "aws": {
            "description": "Set where AWS itself answered, which makes it evidence of what AWS does.",
            "const": true
          }
        },
        "required": [
          "name",
          "accounts",
          "regions",
          "capabilities"
        ]
      },
      "run": {
        "title": "RecordingRun",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "description": "Part of every name that the run made up.",
            "type": "string"
          },
          "date": {
            "description": "The day of the run. Times within are told as if it had begun at 2000-01-01T00:00:00Z.",
            "type": "string",
            "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
          },
          "milliseconds": {
            "type": "integer",
            "minimum": 0
          },
          "requests": {
            "type": "integer",
            "minimum": 0
          },
          "stopped": {
            "$ref": "report#/properties/run/properties/stopped"
          },
          "origin": {
            "description": "Whose account it was, as a keyed hash: two recordings of one person can be told to be of one account, and nobody can tell of which.",
            "type": "string",
            "pattern": "^[0-9a-f]{16}$"
          }
        },
        "required": [
          "id",
          "date"
        ]
      },
      "search": {
        "title": "RecordingSearch",
        "description": "What sequences were made up from.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "seed": {
            "type": "integer"
          },
          "runs": {
            "type": "integer",
            "minimum": 0
          },
          "maxCalls": {
            "type": "integer",
            "minimum": 0
          }
        },
        "required": [
          "seed",
          "runs",
          "maxCalls"
        ]
      },
      "complete": {
        "description": "Whether the run came to its end. Until then nothing tells which files belong to it.",
        "type": "boolean"
      },
      "files": {
        "title": "RecordingFiles",
        "description": "SHA-256 of each file, by its path in the recording.",
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "pattern": "^[0-9a-f]{64}$"
        }
      }
    },
    "required": [
      "format",
      "tool",
      "specHash",
      "runtime",
      "target",
      "run",
      "complete",
      "files"
    ],
    "$defs": {
      "tape": {
        "title": "Tape",
        "description": "What was asked for, in the order in which it was.",
        "type": "array",
        "items": {
          "title": "TapeEntry",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "call": {
              "description": "Which member of a target, or of its tools, was called.",
              "type": "string"
            },
            "with": {
              "description": "What it was called with."
            },
            "at": {
              "description": "Milliseconds from the beginning of the run until it was called.",
              "type": "integer",
              "minimum": 0
            },
            "answer": {
              "description": "What it resolved to; absent where that was nothing. A time is an object with the member $time."
            },
            "stopped": {
              "title": "TapeStopped",
              "description": "Why staging could not go on, where it was that.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "enum": [
                    "impossible",
                    "failed"
                  ]
                },
                "reason": {
                  "type": "string"
                }
              },
              "required": [
                "kind",
                "reason"
              ]
            }
          },
          "required": [
            "call",
            "with",
            "at"
          ]
        }
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:report",
    "title": "Report",
    "description": "What a run found out about a target. Every other form of the report is made from this one.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "format": {
        "description": "Version of this format.",
        "const": 2
      },
      "tool": {
        "title": "ToolInfo",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          }
        },
        "required": [
          "name",
          "version"
        ]
      },
      "specHash": {
        "description": "SHA-256 of the contract's data.",
        "type": "string"
      },
      "target": {
        "title": "TargetInfo",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "endpoint": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "accounts": {
            "title": "RoleAccounts",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "self": {
                "type": "string"
              },
              "other": {
                "type": "string"
              }
            },
            "required": [
              "self",
              "other"
            ]
          },
          "regions": {
            "title": "RoleRegions",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "here": {
                "type": "string"
              },
              "elsewhere": {
                "type": "string"
              }
            },
            "required": [
              "here",
              "elsewhere"
            ]
          },
          "capabilities": {
            "type": "array",
            "items": {
              "title": "CapabilityInfo",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string"
                },
                "available": {
                  "type": "boolean"
                },
                "detail": {
                  "description": "The target's own answer, or how it is done.",
                  "type": "string"
                },
                "silent": {
                  "description": "Set when no answer came at all, so that the target has not said that it cannot.",
                  "const": true
                }
              },
              "required": [
                "name",
                "available",
                "detail"
              ]
            }
          }
        },
        "required": [
          "name",
          "accounts",
          "regions",
          "capabilities"
        ]
      },
      "run": {
        "title": "RunInfo",
        "description": "What differs from run to run even when nothing else does.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "description": "Part of every name that the run made up.",
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "milliseconds": {
            "type": "integer",
            "minimum": 0
          },
          "calls": {
            "description": "CopyDBClusterSnapshot calls that were judged.",
            "type": "integer",
            "minimum": 0
          },
          "requests": {
            "description": "HTTP requests that the run sent in all: to Neptune, KMS and STS, to stage worlds, to judge, to observe and to clean up, each further attempt included. Absent where they are not counted.",
            "type": "integer",
            "minimum": 0
          },
          "stopped": {
            "title": "Stopped",
            "description": "Why the run ended before everything was done; absent when all was.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "kind": {
                "enum": [
                  "deadline",
                  "interrupted",
                  "silence",
                  "bail"
                ]
              },
              "reason": {
                "type": "string"
              }
            },
            "required": [
              "kind",
              "reason"
            ]
          },
          "tooLarge": {
            "description": "Answers that were larger than what is read of one (4 MiB, or 60,000 elements), and so count as none; absent when there were none.",
            "type": "integer",
            "minimum": 1
          },
          "copies": {
            "title": "PlainCopies",
            "description": "Calls whose copy the target had to accept, but for those that need what it lacks: how many were asked for, and how many were accepted.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "asked": {
                "type": "integer",
                "minimum": 0
              },
              "accepted": {
                "type": "integer",
                "minimum": 0
              }
            },
            "required": [
              "asked",
              "accepted"
            ]
          }
        },
        "required": [
          "id",
          "startedAt",
          "milliseconds",
          "calls"
        ]
      },
      "seed": {
        "type": "integer"
      },
      "gate": {
        "description": "Weakest knowledge that fails the run.",
        "enum": [
          "observed",
          "documented",
          "sibling",
          "inferred"
        ]
      },
      "requirements": {
        "description": "The requirement set that the run was held to: what it does not ask for is new. All that is known unless there is one.",
        "type": "string"
      },
      "demands": {
        "title": "Demands",
        "description": "What the run has to have measured to be called conforming.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "minMeasured": {
            "title": "MinMeasured",
            "description": "How many of the gating rules that nothing excuses must be measured: a number of rules, or a share from 0 to 1.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "unit": {
                "enum": [
                  "rules",
                  "share"
                ]
              },
              "value": {
                "type": "number",
                "minimum": 0
              }
            },
            "required": [
              "unit",
              "value"
            ]
          },
          "without": {
            "description": "What was left out on purpose.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "named": {
            "description": "Whether the rules were asked for by name, so that each of them must be measured.",
            "type": "boolean"
          },
          "excluded": {
            "description": "Rules that were not judged on purpose: none of their cases was run, and what deviates from them in other cases is not told. Absent when there were none.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "required": [
          "minMeasured",
          "without",
          "named"
        ]
      },
      "summary": {
        "title": "ReportSummary",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "rules": {
            "$ref": "#/$defs/counts"
          },
          "cases": {
            "$ref": "#/$defs/counts"
          },
          "deviations": {
            "description": "Findings that fail the run.",
            "type": "integer",
            "minimum": 0
          },
          "known": {
            "description": "Findings that are in the baseline.",
            "type": "integer",
            "minimum": 0
          },
          "new": {
            "description": "Findings that would fail the run, but that the requirement set does not ask for; absent where there is none.",
            "type": "integer",
            "minimum": 0
          },
          "reported": {
            "description": "Findings below the gate that are neither in the baseline nor new.",
            "type": "integer",
            "minimum": 0
          },
          "exitCode": {
            "description": "0 conforms, 1 deviations or a baseline that does not hold, 2 could not be judged.",
            "enum": [
              0,
              1,
              2
            ]
          },
          "measured": {
            "title": "MeasuredRules",
            "description": "Rules of which something was measured, of all in this report.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "rules": {
                "type": "integer",
                "minimum": 0
              },
              "of": {
                "type": "integer",
                "minimum": 0
              }
            },
            "required": [
              "rules",
              "of"
            ]
          },
          "threshold": {
            "title": "Threshold",
            "description": "The gating rules that count, which are those that were tried and that nothing excuses: how many were measured, of how many, and how many are needed.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "measured": {
                "type": "integer",
                "minimum": 0
              },
              "of": {
                "type": "integer",
                "minimum": 0
              },
              "needed": {
                "type": "integer",
                "minimum": 0
              }
            },
            "required": [
              "measured",
              "of",
              "needed"
            ]
          },
          "inconclusiveRules": {
            "description": "Rules of which nothing was measured, by what stood in the way.",
            "type": "array",
            "items": {
              "title": "InconclusiveRules",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "description": "capability: probing showed that the target lacks it; asked: it was left out on purpose; reason: anything else; untried: no case of it was run.",
                  "enum": [
                    "capability",
                    "asked",
                    "reason",
                    "untried"
                  ]
                },
                "what": {
                  "description": "The capability, the name with which it was left out, or the reason.",
                  "type": "string"
                },
                "rules": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "string"
                  }
                }
              },
              "required": [
                "kind",
                "what",
                "rules"
              ]
            }
          },
          "cause": {
            "title": "Cause",
            "description": "Why it cannot be said that the target conforms, had it no deviations; absent where that can be said.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "reason": {
                "description": "In one line, without names of this run.",
                "type": "string"
              },
              "cases": {
                "description": "How many cases give that reason, where cases give it.",
                "type": "integer",
                "minimum": 1
              }
            },
            "required": [
              "reason"
            ]
          }
        },
        "required": [
          "rules",
          "cases",
          "deviations",
          "known",
          "reported",
          "exitCode"
        ]
      },
      "rules": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/rule"
        }
      },
      "findings": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/finding"
        }
      },
      "precedence": {
        "title": "Precedence",
        "description": "Which rule answers when a request breaks two. AWS documents no order, so this is reported and never judged.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "pairs": {
            "type": "array",
            "items": {
              "title": "PairResult",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "rules": {
                  "description": "The two rules that were broken, in the order of the catalogue.",
                  "type": "array",
                  "minItems": 2,
                  "maxItems": 2,
                  "items": {
                    "type": "string"
                  }
                },
                "answered": {
                  "description": "The one whose fault came; absent when the fault does not tell.",
                  "type": "string"
                },
                "actual": {
                  "$ref": "deviation#/$defs/actual"
                }
              },
              "required": [
                "rules",
                "actual"
              ]
            }
          },
          "inconclusive": {
            "description": "Pairs that the target could not be brought into.",
            "type": "integer"
          },
          "order": {
            "description": "The order that the answers imply: each rule stands in a later step than all that answered before it.",
            "type": "array",
            "items": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "unordered": {
            "description": "Rules that answered before one another in a circle.",
            "type": "array",
            "items": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        },
        "required": [
          "pairs",
          "inconclusive",
          "order",
          "unordered"
        ]
      },
      "coverage": {
        "title": "Coverage",
        "description": "How far the run exercised the preconditions, by what the model says of the calls that were answered.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "rules": {
            "type": "array",
            "items": {
              "title": "RuleCoverage",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "id": {
                  "type": "string"
                },
                "brokenAlone": {
                  "description": "Calls that broke this rule and no other.",
                  "type": "integer",
                  "minimum": 0
                },
                "brokenWith": {
                  "description": "Rules that some call broke together with this one.",
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "kept": {
                  "description": "Calls that kept it.",
                  "type": "integer",
                  "minimum": 0
                },
                "unspecified": {
                  "description": "Calls of which nothing is known as to this rule.",
                  "type": "integer",
                  "minimum": 0
                }
              },
              "required": [
                "id",
                "brokenAlone",
                "brokenWith",
                "kept",
                "unspecified"
              ]
            }
          },
          "pairs": {
            "title": "PairCoverage",
            "description": "Pairs of rules that one request can break.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "possible": {
                "type": "integer",
                "minimum": 0
              },
              "broken": {
                "description": "Pairs that a call broke.",
                "type": "integer",
                "minimum": 0
              },
              "missing": {
                "type": "array",
                "items": {
                  "title": "MissingPair",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "rules": {
                      "type": "array",
                      "minItems": 2,
                      "maxItems": 2,
                      "items": {
                        "type": "string"
                      }
                    },
                    "reason": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "rules",
                    "reason"
                  ]
                }
              }
            },
            "required": [
              "possible",
              "broken",
              "missing"
            ]
          }
        },
        "required": [
          "rules",
          "pairs"
        ]
      },
      "unspecified": {
        "description": "What the target does where the documentation is silent.",
        "type": "array",
        "items": {
          "title": "UnspecifiedAnswer",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "rule": {
              "type": "string"
            },
            "case": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "actual": {
              "$ref": "deviation#/$defs/actual"
            }
          },
          "required": [
            "rule",
            "case",
            "title",
            "actual"
          ]
        }
      },
      "baseline": {
        "title": "BaselineInfo",
        "description": "What became of the baseline of known deviations, if there is one.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "file": {
            "type": "string"
          },
          "matched": {
            "description": "Entries whose deviation was seen.",
            "type": "integer",
            "minimum": 0
          },
          "unchecked": {
            "description": "Entries about what this run did not look at.",
            "type": "integer",
            "minimum": 0
          },
          "elsewhere": {
            "description": "Entries for other targets.",
            "type": "integer",
            "minimum": 0
          },
          "problems": {
            "description": "Entries that fail the run.",
            "type": "array",
            "items": {
              "title": "BaselineProblem",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "description": "stale: no longer seen; changed: fails otherwise now; vanished: can match nothing; expired; todo: a person has not filled it in.",
                  "enum": [
                    "stale",
                    "changed",
                    "vanished",
                    "expired",
                    "todo"
                  ]
                },
                "rule": {
                  "type": "string"
                },
                "cases": {
                  "description": "Cases of the entry that it is about.",
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "fingerprint": {
                  "$ref": "#/$defs/fingerprint"
                },
                "line": {
                  "type": "integer",
                  "minimum": 1
                },
                "column": {
                  "type": "integer",
                  "minimum": 1
                },
                "message": {
                  "type": "string"
                }
              },
              "required": [
                "kind",
                "rule",
                "cases",
                "fingerprint",
                "line",
                "column",
                "message"
              ]
            }
          }
        },
        "required": [
          "file",
          "matched",
          "unchecked",
          "elsewhere",
          "problems"
        ]
      },
      "leftBehind": {
        "description": "What could not be removed from the target.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "shard": {
        "title": "Shard",
        "description": "Which part of a run this is, if it is one: report merge joins the parts.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "index": {
            "description": "From 1 to count.",
            "type": "integer",
            "minimum": 1
          },
          "count": {
            "type": "integer",
            "minimum": 1
          }
        },
        "required": [
          "index",
          "count"
        ]
      },
      "raw": {
        "title": "Raw",
        "description": "What the part of a run found out, call by call; `report merge` judges the whole from it. Not for other readers: it changes with the tool.",
        "type": "object",
        "additionalProperties": true,
        "properties": {
          "runId": {
            "type": "string"
          }
        },
        "required": [
          "runId"
        ]
      },
      "search": {
        "title": "SearchInfo",
        "description": "The stateful search: its limits and how far it came.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "runs": {
            "description": "Sequences that were run.",
            "type": "integer"
          },
          "wanted": {
            "description": "Sequences that were asked for.",
            "type": "integer"
          },
          "maxCalls": {
            "type": "integer"
          },
          "copies": {
            "description": "Copies that were judged.",
            "type": "integer"
          },
          "stopped": {
            "description": "Why sequences ended early, each reason once.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "required": [
          "runs",
          "wanted",
          "maxCalls",
          "copies",
          "stopped"
        ]
      }
    },
    "required": [
      "format",
      "tool",
      "specHash",
      "target",
      "run",
      "seed",
      "gate",
      "summary",
      "rules",
      "findings",
      "unspecified",
      "leftBehind"
    ],
    "$defs": {
      "status": {
        "title": "Status",
        "description": "pass, fail, known (a deviation in the baseline), new (a deviation from what the requirement set does not ask for), inconclusive (the target cannot be brought into the situation), error (the harness could not find out).",
        "enum": [
          "pass",
          "fail",
          "known",
          "new",
          "inconclusive",
          "error"
        ]
      },
      "counts": {
        "title": "StatusCounts",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "pass": {
            "type": "integer"
          },
          "fail": {
            "type": "integer"
          },
          "known": {
            "type": "integer"
          },
          "new": {
            "description": "Absent where there is none.",
            "type": "integer"
          },
          "inconclusive": {
            "type": "integer"
          },
          "error": {
            "type": "integer"
          }
        },
        "required": [
          "pass",
          "fail",
          "known",
          "inconclusive",
          "error"
        ]
      },
      "rule": {
        "title": "RuleResult",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "enum": [
              "precondition",
              "postcondition",
              "wire"
            ]
          },
          "statement": {
            "type": "string"
          },
          "status": {
            "$ref": "#/$defs/status"
          },
          "gating": {
            "description": "Whether a deviation from the behaviour fails this run.",
            "type": "boolean"
          },
          "level": {
            "description": "How the behaviour stands: how well it is known, or that it is contradicted or never specified. Absent in reports of older versions.",
            "enum": [
              "observed",
              "documented",
              "sibling",
              "inferred",
              "contradicted",
              "unspecified"
            ]
          },
          "new": {
            "description": "It would fail the run, but the requirement set does not ask for it.",
            "const": true
          },
          "provenance": {
            "type": "array",
            "items": {
              "$ref": "#/$defs/provenance"
            }
          },
          "contradictedBy": {
            "description": "Who says otherwise.",
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/$defs/contradiction"
            }
          },
          "checks": {
            "title": "CheckCounts",
            "description": "How often the rule was looked at, in whichever case.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "passed": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              }
            },
            "required": [
              "passed",
              "failed"
            ]
          },
          "cases": {
            "type": "array",
            "items": {
              "title": "CaseResult",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "status": {
                  "$ref": "#/$defs/status"
                },
                "reason": {
                  "description": "Why it is inconclusive or an error.",
                  "type": "string"
                },
                "milliseconds": {
                  "description": "How long its own call took, with what is looked at afterwards and the removal of the copy; neither the staging of its world, which cases share, nor its control case. Cases that are one call have the same. Absent where no call was made, and in reports of older versions.",
                  "type": "integer",
                  "minimum": 0
                },
                "findings": {
                  "description": "Fingerprints of the findings that it fails by.",
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/fingerprint"
                  }
                },
                "excuse": {
                  "title": "Excuse",
                  "description": "What excuses that it is inconclusive: a capability that probing showed to be absent, or the name with which it was left out.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "kind": {
                      "enum": [
                        "capability",
                        "asked"
                      ]
                    },
                    "name": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "kind",
                    "name"
                  ]
                }
              },
              "required": [
                "id",
                "title",
                "status"
              ]
            }
          }
        },
        "required": [
          "id",
          "kind",
          "statement",
          "status",
          "gating",
          "provenance",
          "checks",
          "cases"
        ]
      },
      "finding": {
        "title": "Finding",
        "description": "A deviation, with the evidence of the first case that showed it.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "rule": {
            "type": "string"
          },
          "statement": {
            "description": "The rule in one sentence.",
            "type": "string"
          },
          "provenance": {
            "description": "What is known of what is violated.",
            "type": "array",
            "items": {
              "$ref": "#/$defs/provenance"
            }
          },
          "contradictedBy": {
            "description": "Who says otherwise.",
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/$defs/contradiction"
            }
          },
          "aspect": {
            "description": "What is violated: the behaviour, or only which fault answers it.",
            "enum": [
              "behaviour",
              "fault"
            ]
          },
          "level": {
            "description": "How the claim stands that is violated: how well it is known, or that it is contradicted or never specified.",
            "enum": [
              "observed",
              "documented",
              "sibling",
              "inferred",
              "contradicted",
              "unspecified"
            ]
          },
          "gating": {
            "type": "boolean"
          },
          "new": {
            "description": "It would fail the run, but the requirement set does not ask for it.",
            "const": true
          },
          "member": {
            "description": "The member that it is about, if it is one.",
            "type": "string"
          },
          "expected": {
            "description": "The expected outcomes, with abstract names.",
            "$ref": "deviation#/$defs/expected"
          },
          "actual": {
            "description": "The actual outcome, with abstract names.",
            "$ref": "deviation#/$defs/actual"
          },
          "fingerprint": {
            "$ref": "#/$defs/fingerprint"
          },
          "beside": {
            "description": "Fingerprints of the other deviations that the same call showed.",
            "type": "array",
            "items": {
              "$ref": "#/$defs/fingerprint"
            }
          },
          "known": {
            "title": "KnownDeviation",
            "description": "What the baseline says of it, when all cases that showed it are in the baseline.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "reason": {
                "type": "string"
              },
              "link": {
                "type": "string"
              },
              "owner": {
                "type": "string"
              }
            },
            "required": [
              "reason",
              "owner"
            ]
          },
          "cause": {
            "description": "The deviation that explains this one: what is wrong is told there.",
            "$ref": "#/$defs/fingerprint"
          },
          "where": {
            "description": "What the calls have in common in which this is seen, and whatever it explains, as in `a source named by its ARN`.",
            "type": "string"
          },
          "knownCases": {
            "description": "Cases that are in the baseline, where others are not: it fails in cases in which it did not.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "cases": {
            "description": "Cases that showed it.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "situation": {
            "title": "SituationInfo",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "rule": {
                "description": "The rule that the case puts to the test.",
                "type": "string"
              },
              "given": {
                "type": "object"
              },
              "caller": {
                "type": "object"
              },
              "request": {
                "type": "object"
              },
              "wire": {
                "type": "object"
              },
              "http": {
                "type": "object"
              }
            },
            "required": [
              "given",
              "caller",
              "request"
            ]
          },
          "sequence": {
            "title": "SequenceInfo",
            "description": "For a deviation that a sequence of calls shows, be it made up by a search or directed: the fewest calls that show it, and where they come from.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "calls": {
                "$ref": "calls"
              },
              "path": {
                "description": "Index among the sequences that the seed gives, or the id of a directed one.",
                "type": "string"
              },
              "replayPath": {
                "description": "Which calls of that sequence are kept.",
                "type": "string"
              }
            },
            "required": [
              "calls",
              "path",
              "replayPath"
            ]
          },
          "verdict": {
            "$ref": "#/$defs/verdict"
          },
          "exchange": {
            "$ref": "#/$defs/exchange"
          },
          "sdk": {
            "$ref": "deviation#/$defs/sdk"
          },
          "reproduction": {
            "title": "Reproduction",
            "description": "Scripts to paste.",
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "reproduced": {
            "title": "Reproduced",
            "description": "What came of running the scripts, by their language; absent where that was not asked for (--check-reproductions).",
            "type": "object",
            "additionalProperties": {
              "title": "ReproductionCheck",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "result": {
                  "description": "shown: the answer to the script shows the deviation; not shown: it does not; no tool: this machine has nothing that runs it; not run: it was not run, or what it showed says nothing.",
                  "enum": [
                    "shown",
                    "not shown",
                    "no tool",
                    "not run"
                  ]
                },
                "reason": {
                  "description": "Why it is not shown or not run, where that is known.",
                  "type": "string"
                },
                "identity": {
                  "description": "Set where the deviation shows only to who calls as the SDK that judged, so that the script does, too.",
                  "const": true
                }
              },
              "required": [
                "result"
              ]
            }
          }
        },
        "required": [
          "rule",
          "statement",
          "provenance",
          "aspect",
          "level",
          "gating",
          "expected",
          "actual",
          "fingerprint",
          "cases",
          "sdk",
          "reproduction"
        ]
      },
      "fingerprint": {
        "description": "What deviation it is: the same in every run, for every name, time, Region and port. A version, and twelve digits of it.",
        "type": "string",
        "pattern": "^v2-[0-9a-f]{12}$"
      },
      "provenance": {
        "title": "ProvenanceInfo",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "of": {
            "enum": [
              "behaviour",
              "fault"
            ]
          },
          "level": {
            "enum": [
              "observed",
              "documented",
              "sibling",
              "inferred"
            ]
          },
          "sibling": {
            "description": "The operation and service that it speaks of, and what the source does, as in `CopyDBSnapshot of RDS, observed`.",
            "type": "string"
          },
          "source": {
            "description": "Title, section, address and date.",
            "type": "string"
          }
        },
        "required": [
          "of",
          "level",
          "source"
        ]
      },
      "contradiction": {
        "title": "ContradictionInfo",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "of": {
            "enum": [
              "behaviour",
              "fault"
            ]
          },
          "level": {
            "enum": [
              "observed",
              "documented",
              "sibling",
              "inferred"
            ]
          },
          "sibling": {
            "description": "The operation and service that it speaks of, and what the source does, as in `CopyDBSnapshot of RDS, observed`.",
            "type": "string"
          },
          "source": {
            "description": "Title, section, address and date.",
            "type": "string"
          },
          "says": {
            "description": "What it says instead.",
            "type": "string"
          },
          "setAside": {
            "description": "Why it leaves the claim as it stands, if it does.",
            "type": "string"
          }
        },
        "required": [
          "of",
          "level",
          "source",
          "says"
        ]
      },
      "exchange": {
        "title": "RawExchange",
        "description": "The raw HTTP exchange.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "request": {
            "type": "string"
          },
          "response": {
            "type": "string"
          }
        },
        "required": [
          "request",
          "response"
        ]
      },
      "verdict": {
        "title": "VerdictInfo",
        "description": "What the rules say of the call.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "broken": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "unspecified": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "expected": {
            "description": "Expected outcomes.",
            "$ref": "deviation#/$defs/expected"
          }
        },
        "required": [
          "broken",
          "unspecified",
          "expected"
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:requirements",
    "title": "RequirementSet",
    "description": "How each claim of the contract stood on a day. Whoever names the set is failed by nothing that gates only since.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "name": {
        "description": "Year and month, as in the name of the file.",
        "type": "string",
        "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])$"
      },
      "date": {
        "description": "The day (ISO date).",
        "type": "string",
        "format": "date"
      },
      "rules": {
        "description": "By rule, how its behaviour stood, and the fault that answers its violation, where one does.",
        "type": "object",
        "additionalProperties": {
          "title": "RequiredRule",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "behaviour": {
              "enum": [
                "observed",
                "documented",
                "sibling",
                "inferred",
                "contradicted",
                "unspecified"
              ]
            },
            "fault": {
              "enum": [
                "observed",
                "documented",
                "sibling",
                "inferred",
                "contradicted",
                "unspecified"
              ]
            }
          },
          "required": [
            "behaviour"
          ]
        }
      }
    },
    "required": [
      "name",
      "date",
      "rules"
    ]
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:rules",
    "title": "RuleCatalogue",
    "description": "The rules of CopyDBClusterSnapshot in canonical precedence, the sources they rest on, and the ambiguities with the reading chosen.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "sources": {
        "description": "What provenance entries refer to, by short name.",
        "type": "object",
        "additionalProperties": {
          "title": "Source",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "title": {
              "type": "string"
            },
            "service": {
              "description": "Whose operations it speaks of. RDS: Aurora too; AWS: services beyond Neptune's control plane, or none in particular.",
              "enum": [
                "Neptune",
                "RDS",
                "DocumentDB",
                "AWS"
              ]
            },
            "operation": {
              "description": "The operation it speaks of, where that is another one than CopyDBClusterSnapshot.",
              "type": "string"
            },
            "url": {
              "type": "string"
            },
            "date": {
              "description": "When it was read or reported (ISO date).",
              "type": "string",
              "format": "date"
            }
          },
          "required": [
            "title",
            "service",
            "date"
          ]
        }
      },
      "rules": {
        "type": "array",
        "minItems": 1,
        "items": {
          "$ref": "#/$defs/rule"
        }
      },
      "ambiguities": {
        "type": "array",
        "items": {
          "title": "Ambiguity",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "id": {
              "type": "string",
              "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
            },
            "question": {
              "description": "What the documentation leaves unspecified.",
              "type": "string"
            },
            "reading": {
              "description": "How the contract reads it.",
              "type": "string"
            },
            "rules": {
              "description": "Rules that the reading shapes.",
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "id",
            "question",
            "reading",
            "rules"
          ]
        }
      }
    },
    "required": [
      "sources",
      "rules",
      "ambiguities"
    ],
    "$defs": {
      "rule": {
        "title": "Rule",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
          },
          "kind": {
            "description": "precondition: rejects a request; postcondition: what an accepted copy, or a rejection, leaves behind; wire: form of the HTTP answer.",
            "enum": [
              "precondition",
              "postcondition",
              "wire"
            ]
          },
          "about": {
            "description": "For a precondition: what it speaks of, and where a finding of `check` points. form: the form that a request comes in, which a plan has not; tag, tag-key, tag-value: one of the Tags, or a part of it.",
            "enum": [
              "form",
              "SourceDBClusterSnapshotIdentifier",
              "TargetDBClusterSnapshotIdentifier",
              "KmsKeyId",
              "PreSignedUrl",
              "CopyTags",
              "Tags",
              "tag",
              "tag-key",
              "tag-value"
            ]
          },
          "needs": {
            "description": "For a precondition: what it takes to judge it. request: nothing but the request; region: the called Region; caller: account and Region; world: what there is; part-of-world: as world, but something of it is certain without; form: the form on the wire.",
            "enum": [
              "form",
              "request",
              "region",
              "caller",
              "part-of-world",
              "world"
            ]
          },
          "measuredBy": {
            "description": "For the others: what shows whether it holds; a precondition is measured by the outcome. outcome: that the request is accepted or refused; members: those of the answer; tags: ListTagsForResource; observation: a look at the target afterwards; answer: the form of the answer.",
            "type": "array",
            "minItems": 1,
            "uniqueItems": true,
            "items": {
              "enum": [
                "outcome",
                "members",
                "tags",
                "observation",
                "answer"
              ]
            }
          },
          "shownBy": {
            "description": "Which look shows it to somebody who repeats the call, where the answer and the tags do not.",
            "enum": [
              "description",
              "source"
            ]
          },
          "statement": {
            "description": "The rule in one sentence.",
            "type": "string"
          },
          "faults": {
            "description": "Shapes of the faults that are expected when a precondition is broken; the first is the canonical one.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "message": {
            "description": "Text of the canonical fault, with {source}, {target}, {key}, {sourceKey}, {parameter} filled in.",
            "type": "string"
          },
          "alwaysUnspecified": {
            "description": "Why nobody can break it, for a rule that says only what is unspecified.",
            "type": "string"
          },
          "provenance": {
            "description": "Who says so.",
            "type": "array",
            "minItems": 1,
            "items": {
              "title": "Provenance",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "of": {
                  "description": "What is known: the behaviour itself, or which fault answers it.",
                  "enum": [
                    "behaviour",
                    "fault"
                  ]
                },
                "level": {
                  "description": "What the source does: describe it, show a real answer of AWS, or only suggest it.",
                  "enum": [
                    "documented",
                    "observed",
                    "inferred"
                  ]
                },
                "source": {
                  "description": "Short name of a source above.",
                  "type": "string"
                },
                "section": {
                  "description": "Where in the source, or what was seen.",
                  "type": "string"
                },
                "date": {
                  "description": "When it was read or reported, if not as the source says.",
                  "type": "string",
                  "format": "date"
                }
              },
              "required": [
                "of",
                "level",
                "source"
              ]
            }
          },
          "contradictedBy": {
            "description": "Who says otherwise. What is contradicted never fails a run, unless each contradiction is set aside.",
            "type": "array",
            "minItems": 1,
            "items": {
              "title": "Contradiction",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "of": {
                  "description": "What is contradicted: the behaviour itself, or which fault answers it.",
                  "enum": [
                    "behaviour",
                    "fault"
                  ]
                },
                "level": {
                  "enum": [
                    "documented",
                    "observed",
                    "inferred"
                  ]
                },
                "source": {
                  "description": "Short name of a source above.",
                  "type": "string"
                },
                "section": {
                  "description": "Where in the source, or what was seen.",
                  "type": "string"
                },
                "date": {
                  "description": "When it was read or reported, if not as the source says.",
                  "type": "string",
                  "format": "date"
                },
                "says": {
                  "description": "What it says instead.",
                  "type": "string"
                },
                "setAside": {
                  "description": "Why it leaves the rule as it stands, if it does.",
                  "type": "string"
                }
              },
              "required": [
                "of",
                "level",
                "source",
                "says"
              ]
            }
          },
          "note": {
            "description": "What a reader should know besides.",
            "type": "string"
          }
        },
        "required": [
          "id",
          "kind",
          "statement",
          "provenance"
        ],
        "if": {
          "properties": {
            "kind": {
              "const": "precondition"
            }
          },
          "required": [
            "kind"
          ]
        },
        "then": {
          "required": [
            "about",
            "needs"
          ]
        },
        "else": {
          "required": [
            "measuredBy"
          ]
        }
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:sequences",
    "title": "SequenceFile",
    "description": "Directed sequences of one family: short courses of calls, each about one rule. After every call all that stands at the target is held against the model.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "sequences": {
        "type": "array",
        "minItems": 1,
        "items": {
          "$ref": "#/$defs/sequence"
        }
      }
    },
    "required": [
      "sequences"
    ],
    "$defs": {
      "sequence": {
        "title": "SequenceEntry",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
          },
          "title": {
            "description": "What must hold, in a few words.",
            "type": "string",
            "minLength": 1
          },
          "rule": {
            "description": "The rule under test.",
            "type": "string"
          },
          "breaks": {
            "description": "The rules that some of its copies break, in their order; all other copies are accepted.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "calls": {
            "$ref": "calls"
          }
        },
        "required": [
          "id",
          "title",
          "rule",
          "calls"
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:traceability",
    "title": "Traceability",
    "description": "Every statement of the operation's documentation, and what became of it in the contract. The documentation's own sentences are not repeated: a statement is known by its section and a hash.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "source": {
        "description": "Short name of the source in rules.yaml.",
        "type": "string"
      },
      "sections": {
        "type": "array",
        "minItems": 1,
        "items": {
          "title": "TracedSection",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "section": {
              "description": "Heading of the documentation, and the members below it, joined by slashes.",
              "type": "string",
              "minLength": 1
            },
            "statements": {
              "type": "array",
              "minItems": 1,
              "items": {
                "$ref": "#/$defs/statement"
              }
            }
          },
          "required": [
            "section",
            "statements"
          ]
        }
      }
    },
    "required": [
      "source",
      "sections"
    ],
    "$defs": {
      "statement": {
        "title": "TracedStatement",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "sha256": {
            "description": "First twelve digits of the SHA-256 of the statement, white space collapsed.",
            "type": "string",
            "pattern": "^[0-9a-f]{12}$"
          },
          "says": {
            "description": "What it says, in our words.",
            "type": "string",
            "minLength": 1
          },
          "rules": {
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "schema": {
            "description": "Keywords of the shapes: `shapes/NAME#POINTER`.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string",
              "pattern": "^shapes/[a-z-]+#/"
            }
          },
          "faults": {
            "description": "Shapes of faults.yaml.",
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "ambiguities": {
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "notNormative": {
            "description": "Why nothing follows from it.",
            "type": "string",
            "minLength": 1
          }
        },
        "required": [
          "sha256",
          "says"
        ],
        "oneOf": [
          {
            "required": [
              "notNormative"
            ]
          },
          {
            "anyOf": [
              {
                "required": [
                  "rules"
                ]
              },
              {
                "required": [
                  "schema"
                ]
              },
              {
                "required": [
                  "faults"
                ]
              },
              {
                "required": [
                  "ambiguities"
                ]
              }
            ]
          }
        ]
      }
    }
  },
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "neptune-copy-contract:world",
    "title": "WorldDocument",
    "description": "The state of some accounts, written down: what a directed case needs to find, or what `serve --world` starts from. Names are the keys of `keys` and `snapshots`.",
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "$schema": {
        "description": "For editors; says nothing here.",
        "type": "string"
      },
      "keys": {
        "description": "KMS keys by name.",
        "type": "object",
        "additionalProperties": {
          "$ref": "#/$defs/key"
        }
      },
      "snapshots": {
        "description": "DB cluster snapshots by name.",
        "type": "object",
        "additionalProperties": {
          "$ref": "#/$defs/snapshot"
        }
      },
      "places": {
        "description": "Quotas of an account in a Region, and how far they are used up.",
        "type": "array",
        "items": {
          "$ref": "#/$defs/place"
        }
      }
    },
    "$defs": {
      "account": {
        "title": "AccountName",
        "description": "Twelve digits, or the role `self` (who runs the case) or `other`.",
        "type": "string",
        "pattern": "^(self|other|[0-9]{12})$"
      },
      "region": {
        "title": "RegionName",
        "description": "A Region such as us-east-1 (which implies the partition), or the role `here` (the called one) or `elsewhere`.",
        "type": "string",
        "pattern": "^(here|elsewhere|[a-z]{2,}(-[a-z]+)+-[0-9]+)$"
      },
      "key": {
        "title": "KeyDocument",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "$ref": "#/$defs/account"
          },
          "region": {
            "$ref": "#/$defs/region"
          },
          "state": {
            "enum": [
              "Enabled",
              "Disabled",
              "PendingDeletion"
            ]
          },
          "spec": {
            "description": "SYMMETRIC_DEFAULT unless told otherwise.",
            "enum": [
              "SYMMETRIC_DEFAULT",
              "RSA_2048",
              "HMAC_256"
            ]
          },
          "usableBy": {
            "description": "Other accounts that the key's policy lets in.",
            "type": "array",
            "items": {
              "$ref": "#/$defs/account"
            }
          },
          "replicas": {
            "description": "Regions with a replica; makes it a multi-Region key.",
            "type": "array",
            "items": {
              "$ref": "#/$defs/region"
            }
          },
          "alias": {
            "description": "Whether it has an alias, `alias/NAME`; or what stands for NAME there, which may have slashes.",
            "anyOf": [
              {
                "type": "boolean"
              },
              {
                "type": "string",
                "pattern": "^[a-z][a-z0-9-]*(/[a-z0-9-]+)*$"
              }
            ]
          },
          "id": {
            "description": "Key id; made up unless told.",
            "type": "string",
            "minLength": 1
          }
        }
      },
      "snapshot": {
        "title": "SnapshotDocument",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "$ref": "#/$defs/account"
          },
          "region": {
            "$ref": "#/$defs/region"
          },
          "identifier": {
            "description": "Name in AWS, if not the key of this entry.",
            "type": "string",
            "pattern": "^((rds|awsbackup):)?[A-Za-z](-?[A-Za-z0-9])*$"
          },
          "prefix": {
            "description": "What stands before its name in AWS, where it matters how that begins.",
            "type": "string",
            "pattern": "^[A-Za-z](-?[A-Za-z0-9])*-?$"
          },
          "type": {
            "enum": [
              "manual",
              "automated"
            ]
          },
          "status": {
            "enum": [
              "available",
              "creating",
              "copying",
              "deleting",
              "failed"
            ]
          },
          "encryptedWith": {
            "description": "Name of a key above, or `default` for the AWS managed key of the place.",
            "type": "string"
          },
          "tags": {
            "type": "array",
            "items": {
              "$ref": "#/$defs/tag"
            }
          },
          "sharedWith": {
            "description": "Accounts that may copy it, or `all`; of a manual snapshot only.",
            "type": "array",
            "items": {
              "anyOf": [
                {
                  "$ref": "#/$defs/account"
                },
                {
                  "const": "all"
                }
              ]
            }
          },
          "copyOf": {
            "description": "Name of the snapshot above that it was copied from.",
            "type": "string"
          },
          "cluster": {
            "title": "ClusterDocument",
            "description": "The cluster it was taken from; one is made up unless told.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "deleted": {
                "description": "Whether it has been deleted since.",
                "type": "boolean"
              },
              "copyTagsToSnapshot": {
                "type": "boolean"
              },
              "tags": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/tag"
                }
              },
              "zones": {
                "description": "Letters of its Availability Zones; `a`, `b` and `c` of its Region unless told.",
                "type": "array",
                "minItems": 1,
                "items": {
                  "type": "string",
                  "pattern": "^[a-z]$"
                }
              }
            }
          },
          "describes": {
            "description": "Members as AWS describes them, where they matter.",
            "$ref": "shapes/db-cluster-snapshot"
          }
        }
      },
      "place": {
        "title": "PlaceDocument",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "account": {
            "$ref": "#/$defs/account"
          },
          "region": {
            "$ref": "#/$defs/region"
          },
          "manualSnapshotQuota": {
            "type": "integer",
            "minimum": 0
          },
          "crossRegionCopyQuota": {
            "type": "integer",
            "minimum": 0
          },
          "manualSnapshotsLeft": {
            "description": "How many manual snapshots still fit; the rest is filled up.",
            "type": "integer",
            "minimum": 0
          },
          "copiesInProgress": {
            "description": "How many copies from another Region are in progress.",
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "tag": {
        "title": "WorldTag",
        "description": "A tag as it stands on a resource; AWS itself puts tags with reserved keys there.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "Key": {
            "type": "string",
            "minLength": 1
          },
          "Value": {
            "type": "string"
          }
        },
        "required": [
          "Key"
        ]
      }
    }
  }
];
