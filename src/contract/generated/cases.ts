// Generated from spec/ by `npm run generate`. Do not edit.
import type { DirectedCase } from '../case.ts';

/** The directed cases, defaults and twins filled in. */
export const cases: readonly DirectedCase[] = [
  {
    "id": "copy-course/orphan",
    "title": "a snapshot whose cluster is gone",
    "rule": "copy-of-orphan",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "cluster": {
              "deleted": true
            }
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "DBClusterIdentifier",
          "ClusterCreateTime"
        ]
      }
    }
  },
  {
    "id": "copy-course/orphan-by-arn",
    "title": "a snapshot whose cluster is gone, by its ARN",
    "rule": "copy-of-orphan",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "cluster": {
              "deleted": true
            }
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "DBClusterIdentifier",
          "ClusterCreateTime"
        ]
      }
    }
  },
  {
    "id": "copy-course/automated",
    "title": "an automated snapshot by its name",
    "rule": "copy-of-automated",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual",
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/automated-by-arn",
    "title": "an automated snapshot by its ARN",
    "rule": "copy-of-automated",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual",
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/presigned-url",
    "title": "a PreSignedUrl for a copy in place",
    "rule": "presigned-url-ignored",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "PreSignedUrl": "https://rds.{region.here}.amazonaws.com/?Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier={source}&TargetDBClusterSnapshotIdentifier={new}&DestinationRegion={region.here}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/presigned-url-cross-region",
    "title": "a PreSignedUrl for a copy from another Region",
    "rule": "presigned-url-ignored",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "PreSignedUrl": "https://rds.{region.elsewhere}.amazonaws.com/?Action=CopyDBClusterSnapshot&Version=2014-10-31&SourceDBClusterSnapshotIdentifier={source.arn}&TargetDBClusterSnapshotIdentifier={new}&DestinationRegion={region.here}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/presigned-url-nonsense",
    "title": "a PreSignedUrl that is no URL",
    "rule": "presigned-url-ignored",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "PreSignedUrl": "not a url"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/presigned-url-absent",
    "title": "no PreSignedUrl for a copy from another Region",
    "rule": "presigned-url-ignored",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "PreSignedUrl": null
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/leaves-source",
    "title": "the source is as it was",
    "rule": "copy-leaves-source",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "stage",
            "Value": "test"
          }
        ]
      }
    }
  },
  {
    "id": "copy-course/leaves-source-untagged",
    "title": "tags of the copy do not end up on the source",
    "rule": "copy-leaves-source",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "copy-course/leaves-shared-source",
    "title": "a shared source is as it was",
    "rule": "copy-leaves-source",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-course/progress",
    "title": "a copy in place becomes available",
    "rule": "copy-progress",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "copy-course/progress-cross-region",
    "title": "a copy from another Region becomes available",
    "rule": "copy-progress",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "copy-course/described",
    "title": "the copy can be described as it was answered",
    "rule": "copy-described",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "copy-course/described-upper-case",
    "title": "the copy of a name in upper case can be described, with its tags",
    "rule": "copy-described",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:upper}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        },
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "copy-course/no-trace-of-unknown-source",
    "title": "nothing is created when the source is not there",
    "rule": "fault-leaves-no-trace",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "copy-course/no-trace-of-bad-tag",
    "title": "nothing is created when a tag is refused",
    "rule": "fault-leaves-no-trace",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "aws:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-reserved-prefix"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "team",
              "Value": "graph"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "copy-course/no-trace-of-unusable-key",
    "title": "nothing is created when the key is refused",
    "rule": "fault-leaves-no-trace",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        },
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{unknown.uuid}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          },
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "copy-course/no-trace-over-taken",
    "title": "a snapshot whose name is refused as taken is not replaced",
    "rule": "fault-leaves-no-trace",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {},
            "taken": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "copy-encryption/unencrypted",
    "title": "an unencrypted snapshot in place",
    "rule": "copy-unencrypted-stays",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": false
        },
        "absent": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "copy-encryption/unencrypted-cross-region",
    "title": "an unencrypted snapshot of another Region",
    "rule": "copy-unencrypted-stays",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": false
        },
        "absent": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "copy-encryption/unencrypted-cross-account",
    "title": "an unencrypted snapshot of another account",
    "rule": "copy-unencrypted-stays",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": false
        },
        "absent": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "copy-encryption/same-key",
    "title": "no key named, so the source's",
    "rule": "copy-same-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{own.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/same-key-by-name",
    "title": "no key named, the source by its name",
    "rule": "copy-same-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{own.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/same-default-key",
    "title": "no key named, the source under the default key",
    "rule": "copy-same-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "default"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true
        },
        "inherited": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "copy-encryption/same-key-of-automated",
    "title": "no key named, an automated source",
    "rule": "copy-same-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own",
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{own.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/new-key-by-id",
    "title": "a new key by its id",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/new-key-by-alias",
    "title": "a new key by its alias; the copy tells the key's ARN",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/new-key-is-old",
    "title": "the source's key, named",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{own.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{own.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/new-key-for-default",
    "title": "a new key instead of the default one",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "default"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/default-key-by-alias",
    "title": "the default key by its alias",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "default"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "alias/aws/rds"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true
        },
        "inherited": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "copy-encryption/new-key-cross-region",
    "title": "a new key for a snapshot of another Region",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere"
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "far",
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "copy-encryption/new-key-cross-account",
    "title": "a new key for a snapshot of another account",
    "rule": "copy-new-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ]
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "theirs",
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/lower-case",
    "title": "a name in lower case",
    "rule": "copy-identifier-lowercase",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/upper-case",
    "title": "a name in upper case",
    "rule": "copy-identifier-lowercase",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new:upper}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/mixed-case",
    "title": "a name in mixed case",
    "rule": "copy-identifier-lowercase",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "Copy-Of-{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "copy-of-{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/arn",
    "title": "the ARN in place",
    "rule": "copy-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/arn-upper-case",
    "title": "the ARN of a name in upper case",
    "rule": "copy-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new:upper}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/arn-cross-region",
    "title": "the ARN of a copy from another Region",
    "rule": "copy-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/arn-cross-account",
    "title": "the ARN of a copy from another account",
    "rule": "copy-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{new}"
        }
      }
    }
  },
  {
    "id": "copy-members/source-arn",
    "title": "the source's ARN, the source named by its ARN",
    "rule": "copy-source-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/source-arn-by-name",
    "title": "the source's ARN, the source named by its name",
    "rule": "copy-source-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/source-arn-by-upper-case-name",
    "title": "the source's ARN, the source named in upper case",
    "rule": "copy-source-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source:upper}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/source-arn-cross-region",
    "title": "the ARN of a source in another Region",
    "rule": "copy-source-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/source-arn-cross-account",
    "title": "the ARN of a source in another account",
    "rule": "copy-source-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/source-arn-of-copy",
    "title": "the source of a copy's copy is the copy, not the origin",
    "rule": "copy-source-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "copy": {
            "copyOf": "source"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{copy.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{copy.arn}"
        }
      }
    }
  },
  {
    "id": "copy-members/type-of-manual",
    "title": "the copy of a manual snapshot is manual",
    "rule": "copy-type-manual",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual"
        }
      }
    }
  },
  {
    "id": "copy-members/type-of-automated",
    "title": "the copy of an automated snapshot is manual",
    "rule": "copy-type-manual",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual"
        }
      }
    }
  },
  {
    "id": "copy-members/type-of-shared",
    "title": "the copy of a shared snapshot is manual, not shared",
    "rule": "copy-type-manual",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual"
        }
      }
    }
  },
  {
    "id": "copy-members/inherits-in-place",
    "title": "a copy in place keeps what the source has, VPC and zones among it",
    "rule": "copy-inherits",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Engine",
          "EngineVersion",
          "DBClusterIdentifier",
          "ClusterCreateTime",
          "Port",
          "AllocatedStorage",
          "LicenseModel",
          "IAMDatabaseAuthenticationEnabled",
          "VpcId",
          "AvailabilityZones"
        ]
      }
    }
  },
  {
    "id": "copy-members/inherits-unusual",
    "title": "a port other than the usual one, and IAM authentication",
    "rule": "copy-inherits",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "describes": {
              "Port": 8183,
              "IAMDatabaseAuthenticationEnabled": true
            }
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Engine",
          "EngineVersion",
          "DBClusterIdentifier",
          "ClusterCreateTime",
          "Port",
          "AllocatedStorage",
          "LicenseModel",
          "IAMDatabaseAuthenticationEnabled",
          "VpcId",
          "AvailabilityZones"
        ]
      }
    }
  },
  {
    "id": "copy-members/inherits-from-automated",
    "title": "the copy of an automated snapshot keeps what the source has",
    "rule": "copy-inherits",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Engine",
          "EngineVersion",
          "DBClusterIdentifier",
          "ClusterCreateTime",
          "Port",
          "AllocatedStorage",
          "LicenseModel",
          "IAMDatabaseAuthenticationEnabled",
          "VpcId",
          "AvailabilityZones"
        ]
      }
    }
  },
  {
    "id": "copy-members/inherits-from-copy",
    "title": "a copy's copy keeps what the copy has",
    "rule": "copy-inherits",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "copy": {
            "copyOf": "source"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{copy.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Engine",
          "EngineVersion",
          "DBClusterIdentifier",
          "ClusterCreateTime",
          "Port",
          "AllocatedStorage",
          "LicenseModel",
          "IAMDatabaseAuthenticationEnabled",
          "VpcId",
          "AvailabilityZones"
        ]
      }
    }
  },
  {
    "id": "copy-members/inherits-cross-region",
    "title": "a copy from another Region keeps the rest",
    "rule": "copy-inherits",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Engine",
          "EngineVersion",
          "DBClusterIdentifier",
          "ClusterCreateTime",
          "Port",
          "AllocatedStorage",
          "LicenseModel",
          "IAMDatabaseAuthenticationEnabled"
        ]
      }
    }
  },
  {
    "id": "copy-members/inherits-cross-account",
    "title": "a copy from another account keeps the rest",
    "rule": "copy-inherits",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Engine",
          "EngineVersion",
          "DBClusterIdentifier",
          "ClusterCreateTime",
          "Port",
          "AllocatedStorage",
          "LicenseModel",
          "IAMDatabaseAuthenticationEnabled"
        ]
      }
    }
  },
  {
    "id": "copy-members/create-time",
    "title": "a copy in place keeps the time of the original",
    "rule": "copy-create-time",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "SnapshotCreateTime"
        ]
      }
    }
  },
  {
    "id": "copy-members/create-time-of-copy",
    "title": "a copy's copy keeps the time of the original",
    "rule": "copy-create-time",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "copy": {
            "copyOf": "source"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{copy.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "SnapshotCreateTime"
        ]
      }
    }
  },
  {
    "id": "copy-members/create-time-of-automated",
    "title": "the copy of an automated snapshot keeps the time of the original",
    "rule": "copy-create-time",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "SnapshotCreateTime"
        ]
      }
    }
  },
  {
    "id": "copy-members/create-time-cross-account",
    "title": "a copy from another account keeps the time of the original",
    "rule": "copy-create-time",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "SnapshotCreateTime"
        ]
      }
    }
  },
  {
    "id": "form/no-action",
    "title": "no Action",
    "rule": "action-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Action": null
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "action-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "form/empty-body",
    "title": "nothing at all",
    "rule": "action-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {},
      "http": {
        "body": "empty"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "action-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "form/empty-action",
    "title": "an empty Action",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Action": ""
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/action",
    "title": "an Action that is named",
    "rule": "action-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "form/unknown-action",
    "title": "an operation that no service has",
    "rule": "action-known",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Action": "CopyDBClusterSnapshotTwice"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "action-known"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "form/action-in-lower-case",
    "title": "the operation in lower case",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Action": "copydbclustersnapshot"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/wrong-version",
    "title": "an API version that there never was",
    "rule": "action-known",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Version": "1999-12-31"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "action-known"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "form/no-version",
    "title": "no Version",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Version": null
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/version",
    "title": "the version of the service",
    "rule": "action-known",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "form/plain",
    "title": "a form as an SDK writes it",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "form/reversed",
    "title": "the last parameter first, the Action last",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {},
      "http": {
        "order": "reversed"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "form/plus",
    "title": "spaces as plus signs, and plus signs that are meant",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "cost centre",
            "Value": "1 + 1 = 2"
          }
        ]
      },
      "wire": {},
      "http": {
        "escapes": "plus"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "cost centre",
            "Value": "1 + 1 = 2"
          }
        ]
      }
    }
  },
  {
    "id": "form/escaped-spaces",
    "title": "spaces as `%20`",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "cost centre",
            "Value": "1 + 1 = 2"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "cost centre",
            "Value": "1 + 1 = 2"
          }
        ]
      }
    }
  },
  {
    "id": "form/lower-case-escapes",
    "title": "escapes in lower case",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team/größe",
            "Value": "a=b:c"
          }
        ]
      },
      "wire": {},
      "http": {
        "escapes": "lower-case"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team/größe",
            "Value": "a=b:c"
          }
        ]
      }
    }
  },
  {
    "id": "form/needless-escapes",
    "title": "every character escaped, in names and in values",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "graph-1.0_a"
          }
        ]
      },
      "wire": {},
      "http": {
        "escapes": "all"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph-1.0_a"
          }
        ]
      }
    }
  },
  {
    "id": "form/charset-utf-8",
    "title": "a type that names the charset utf-8",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "größe",
            "Value": "日本"
          }
        ]
      },
      "wire": {},
      "http": {
        "contentType": "application/x-www-form-urlencoded; charset=utf-8"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "größe",
            "Value": "日本"
          }
        ]
      }
    }
  },
  {
    "id": "form/reversed-fault",
    "title": "the flaw of a parameter that comes first",
    "rule": "wire-request-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}-"
      },
      "wire": {},
      "http": {
        "order": "reversed"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {},
        "http": {
          "order": "reversed"
        }
      }
    }
  },
  {
    "id": "form/disordered-list",
    "title": "two tags, the second one first",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          },
          {
            "Key": "team",
            "Value": "graph"
          }
        ]
      },
      "wire": {},
      "http": {
        "order": "reversed"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          },
          {
            "Key": "team",
            "Value": "graph"
          }
        ]
      }
    }
  },
  {
    "id": "form/disordered-list-eleven",
    "title": "eleven tags, the last one first",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": {
          "generate": 11
        }
      },
      "wire": {},
      "http": {
        "order": "reversed"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "form/get",
    "title": "a GET with a query string",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {},
      "http": {
        "method": "GET"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/member-list",
    "title": "tags as `Tags.member.N`",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Tags.member.1.Key": "owner",
        "Tags.member.1.Value": "backup"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/other-list",
    "title": "tags as `Tags.Item.N`",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Tags.Item.1.Key": "owner",
        "Tags.Item.1.Value": "backup"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/gap",
    "title": "tags numbered 1 and 3",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Tags.Tag.1.Key": "owner",
        "Tags.Tag.1.Value": "backup",
        "Tags.Tag.3.Key": "team",
        "Tags.Tag.3.Value": "graph"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/late-start",
    "title": "a tag numbered 2",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Tags.Tag.2.Key": "owner",
        "Tags.Tag.2.Value": "backup"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/from-zero",
    "title": "a tag numbered 0",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Tags.Tag.0.Key": "owner",
        "Tags.Tag.0.Value": "backup"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/doubled",
    "title": "the target twice, alike",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {},
      "http": {
        "doubled": {
          "TargetDBClusterSnapshotIdentifier": "{new}"
        }
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/doubled-differently",
    "title": "CopyTags true, then false",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {},
      "http": {
        "doubled": {
          "CopyTags": "false"
        }
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/unknown-parameter",
    "title": "a parameter that the operation does not have",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "SourceDBSnapshotIdentifier": "nothing"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/charset-iso-8859-1",
    "title": "a type that names the charset iso-8859-1",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {},
      "http": {
        "contentType": "application/x-www-form-urlencoded; charset=iso-8859-1"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/bytes-of-iso-8859-1",
    "title": "escapes that are no UTF-8",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "PreSignedUrl": "https://localhost/?é"
      },
      "wire": {},
      "http": {
        "escapes": "iso-8859-1"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "form/plain-text",
    "title": "a form that says that it is plain text",
    "rule": "form-plain",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {},
      "http": {
        "contentType": "text/plain"
      }
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "form-plain"
      ]
    }
  },
  {
    "id": "kms-key-region/key-arn",
    "title": "the ARN of a key in another Region",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/alias-arn",
    "title": "the ARN of an alias in another Region",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.aliasArn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.aliasArn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/own-key-in-wrong-region",
    "title": "a key of the called Region, with another Region in its ARN",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "arn:{partition}:kms:{region.elsewhere}:{account.self}:key/{vault.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/key-id",
    "title": "the id of a key in another Region",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/alias",
    "title": "the alias of a key in another Region",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.alias}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/source-key-of-other-region",
    "title": "the source's own key for a copy from another Region",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "far",
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "far",
              "region": "elsewhere"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/called-elsewhere",
    "title": "a key of the source's Region, the call going elsewhere",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "elsewhere"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "elsewhere"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{far.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/primary-of-replica",
    "title": "the ARN of the primary in another Region, though a replica is here",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true,
            "replicas": [
              "here"
            ]
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere",
              "alias": true,
              "replicas": [
                "here"
              ]
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.self}:key/{far.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key-region/replica-by-arn",
    "title": "a replica by its ARN",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true,
            "replicas": [
              "here"
            ]
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.self}:key/{far.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.self}:key/{far.id}"
        }
      }
    }
  },
  {
    "id": "kms-key-region/replica-by-id",
    "title": "a replica by its id, which is that of the primary",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "alias": true,
            "replicas": [
              "here"
            ]
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{far.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.self}:key/{far.id}"
        }
      }
    }
  },
  {
    "id": "kms-key-region/primary-here",
    "title": "a primary in the called Region by its ARN",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true,
            "replicas": [
              "elsewhere"
            ]
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key-region/replica-elsewhere",
    "title": "the ARN of the replica in another Region, though the primary is here",
    "rule": "kms-key-region",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true,
            "replicas": [
              "elsewhere"
            ]
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "arn:{partition}:kms:{region.elsewhere}:{account.self}:key/{vault.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-region"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true,
              "replicas": [
                "elsewhere"
              ]
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/by-id",
    "title": "a key by its id",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key/by-arn",
    "title": "a key by its ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key/by-alias",
    "title": "a key by its alias",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key/by-alias-arn",
    "title": "a key by its alias's ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.aliasArn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{vault.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key/unknown-id",
    "title": "a key id that no key has",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{unknown.uuid}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/unknown-arn",
    "title": "a key ARN that no key has",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.self}:key/{unknown.uuid}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/unknown-alias",
    "title": "an alias that no key has",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "alias/{unknown}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.alias}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/unknown-alias-arn",
    "title": "an alias ARN that no key has",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.self}:alias/{unknown}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.aliasArn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/id-of-other-account-in-arn",
    "title": "the right key id in the ARN of another account",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "arn:{partition}:kms:{region.here}:{account.other}:key/{vault.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/empty",
    "title": "an empty KmsKeyId",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": ""
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "kms-key-accessible"
      ]
    }
  },
  {
    "id": "kms-key/disabled-by-id",
    "title": "a disabled key by its id",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "idle": {
            "state": "Disabled",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{idle.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "idle": {
              "state": "Disabled",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/disabled-by-arn",
    "title": "a disabled key by its ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "idle": {
            "state": "Disabled",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{idle.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "idle": {
              "state": "Disabled",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/disabled-by-alias",
    "title": "a disabled key by its alias",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "idle": {
            "state": "Disabled",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{idle.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "idle": {
              "state": "Disabled",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.alias}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/disabled-by-alias-arn",
    "title": "a disabled key by its alias's ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "idle": {
            "state": "Disabled",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{idle.aliasArn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "idle": {
              "state": "Disabled",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.aliasArn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/pending-deletion-by-id",
    "title": "a key due for deletion by its id",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "doomed": {
            "state": "PendingDeletion",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{doomed.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "doomed": {
              "state": "PendingDeletion",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/pending-deletion-by-arn",
    "title": "a key due for deletion by its ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "doomed": {
            "state": "PendingDeletion",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{doomed.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "doomed": {
              "state": "PendingDeletion",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/pending-deletion-by-alias",
    "title": "a key due for deletion by its alias",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "doomed": {
            "state": "PendingDeletion",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{doomed.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "doomed": {
              "state": "PendingDeletion",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.alias}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/asymmetric-by-arn",
    "title": "an asymmetric key by its ARN",
    "rule": "kms-key-symmetric",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "pair": {
            "spec": "RSA_2048",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{pair.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-symmetric"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "pair": {
              "spec": "RSA_2048",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/asymmetric-by-alias",
    "title": "an asymmetric key by its alias",
    "rule": "kms-key-symmetric",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "pair": {
            "spec": "RSA_2048",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{pair.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-symmetric"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "pair": {
              "spec": "RSA_2048",
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.alias}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/hmac",
    "title": "an HMAC key",
    "rule": "kms-key-symmetric",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "seal": {
            "spec": "HMAC_256"
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{seal.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-symmetric"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "seal": {
              "spec": "HMAC_256"
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/foreign-permitted",
    "title": "another account's key, opened to the caller, by its ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ],
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{theirs.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{theirs.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key/foreign-permitted-by-alias-arn",
    "title": "another account's key, opened to the caller, by its alias's ARN",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ],
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{theirs.aliasArn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{theirs.arn}"
        }
      }
    }
  },
  {
    "id": "kms-key/foreign-not-permitted",
    "title": "another account's key that is closed to the caller",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{theirs.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "alias": true,
              "usableBy": [
                "self"
              ]
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{theirs.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/foreign-by-id",
    "title": "another account's key by its id",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ],
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{theirs.id}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "usableBy": [
                "self"
              ],
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{theirs.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-key/foreign-by-alias",
    "title": "another account's key by its alias",
    "rule": "kms-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ],
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{theirs.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "usableBy": [
                "self"
              ],
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{theirs.aliasArn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/unencrypted",
    "title": "a key for an unencrypted snapshot",
    "rule": "kms-unencrypted-source",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-unencrypted-source"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/unencrypted-by-alias",
    "title": "an alias for an unencrypted snapshot named by its name",
    "rule": "kms-unencrypted-source",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.alias}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-unencrypted-source"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/unencrypted-shared",
    "title": "a key for an unencrypted shared snapshot",
    "rule": "kms-unencrypted-source",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-unencrypted-source"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "account": "other",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/unencrypted-elsewhere",
    "title": "a key for an unencrypted snapshot of another Region",
    "rule": "kms-unencrypted-source",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-unencrypted-source"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "region": "elsewhere"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/shared-without-key",
    "title": "an encrypted shared snapshot without a key",
    "rule": "kms-shared-requires-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ]
          }
        },
        "snapshots": {
          "source": {
            "account": "other",
            "encryptedWith": "theirs",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-shared-requires-key"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "usableBy": [
                "self"
              ]
            }
          },
          "snapshots": {
            "source": {
              "account": "other",
              "encryptedWith": "theirs",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/shared-widely-without-key",
    "title": "an encrypted snapshot shared with several accounts, without a key",
    "rule": "kms-shared-requires-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ]
          }
        },
        "snapshots": {
          "source": {
            "account": "other",
            "encryptedWith": "theirs",
            "sharedWith": [
              "333333333333",
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-shared-requires-key"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "usableBy": [
                "self"
              ]
            }
          },
          "snapshots": {
            "source": {
              "account": "other",
              "encryptedWith": "theirs",
              "sharedWith": [
                "333333333333",
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.alias}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/shared-with-source-key",
    "title": "an encrypted shared snapshot with the very key that encrypts it",
    "rule": "kms-shared-requires-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ]
          }
        },
        "snapshots": {
          "source": {
            "account": "other",
            "encryptedWith": "theirs",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{theirs.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{theirs.arn}"
        }
      }
    }
  },
  {
    "id": "kms-source/elsewhere-without-key",
    "title": "an encrypted snapshot of another Region without a key",
    "rule": "kms-cross-region-requires-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere"
          }
        },
        "snapshots": {
          "source": {
            "region": "elsewhere",
            "encryptedWith": "far"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-cross-region-requires-key"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere"
            }
          },
          "snapshots": {
            "source": {
              "region": "elsewhere",
              "encryptedWith": "far"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/replicated-elsewhere-without-key",
    "title": "a replica of the source's key is here, but is not named",
    "rule": "kms-cross-region-requires-key",
    "situation": {
      "given": {
        "keys": {
          "far": {
            "region": "elsewhere",
            "replicas": [
              "here"
            ]
          }
        },
        "snapshots": {
          "source": {
            "region": "elsewhere",
            "encryptedWith": "far"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-cross-region-requires-key"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "far": {
              "region": "elsewhere",
              "replicas": [
                "here"
              ]
            }
          },
          "snapshots": {
            "source": {
              "region": "elsewhere",
              "encryptedWith": "far"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{far.id}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/default-elsewhere-without-key",
    "title": "a snapshot of another Region under its default key, without a key",
    "rule": "kms-cross-region-requires-key",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "region": "elsewhere",
            "encryptedWith": "default"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-cross-region-requires-key"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "region": "elsewhere",
              "encryptedWith": "default"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/unencrypted-elsewhere-without-key",
    "title": "an unencrypted snapshot of another Region needs no key",
    "rule": "kms-cross-region-requires-key",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": false
        },
        "absent": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "kms-source/own-without-key",
    "title": "an own encrypted snapshot needs no key",
    "rule": "kms-shared-requires-key",
    "situation": {
      "given": {
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{own.arn}"
        }
      }
    }
  },
  {
    "id": "kms-source/source-key-disabled",
    "title": "the source's key has been disabled since",
    "rule": "kms-source-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {
            "state": "Disabled"
          },
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-source-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/source-key-disabled-new-key",
    "title": "the source's key has been disabled since, and a good one is named",
    "rule": "kms-source-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {
            "state": "Disabled"
          },
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-source-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/source-key-pending-deletion",
    "title": "the source's key is due for deletion",
    "rule": "kms-source-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "own": {
            "state": "PendingDeletion"
          },
          "vault": {
            "alias": true
          }
        },
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-source-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "own": {},
            "vault": {
              "alias": true
            }
          },
          "snapshots": {
            "source": {
              "encryptedWith": "own"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/source-key-disabled-elsewhere",
    "title": "the key of a source in another Region has been disabled since",
    "rule": "kms-source-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "far": {
            "region": "elsewhere",
            "state": "Disabled"
          }
        },
        "snapshots": {
          "source": {
            "region": "elsewhere",
            "encryptedWith": "far"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-source-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            },
            "far": {
              "region": "elsewhere"
            }
          },
          "snapshots": {
            "source": {
              "region": "elsewhere",
              "encryptedWith": "far"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/shared-key-closed",
    "title": "a shared snapshot whose key is not open to the caller",
    "rule": "kms-source-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other"
          }
        },
        "snapshots": {
          "source": {
            "account": "other",
            "encryptedWith": "theirs",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-source-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "usableBy": [
                "self"
              ]
            }
          },
          "snapshots": {
            "source": {
              "account": "other",
              "encryptedWith": "theirs",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "kms-source/shared-default-key",
    "title": "a shared snapshot under its owner's default key",
    "rule": "kms-source-key-accessible",
    "situation": {
      "given": {
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "usableBy": [
              "self"
            ]
          }
        },
        "snapshots": {
          "source": {
            "account": "other",
            "encryptedWith": "default",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "kms-source-key-accessible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "keys": {
            "vault": {
              "alias": true
            },
            "theirs": {
              "account": "other",
              "usableBy": [
                "self"
              ]
            }
          },
          "snapshots": {
            "source": {
              "account": "other",
              "encryptedWith": "theirs",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "KmsKeyId": "{vault.arn}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "members/source-missing",
    "title": "no source",
    "rule": "source-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "SourceDBClusterSnapshotIdentifier": "{source}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "members/target-missing",
    "title": "no target",
    "rule": "target-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "members/required-only",
    "title": "nothing but the two required members",
    "rule": "source-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "members/source-empty",
    "title": "an empty source",
    "rule": "source-not-blank",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-not-blank"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "members/target-empty",
    "title": "an empty target",
    "rule": "target-not-blank",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": ""
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-not-blank"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "members/copy-tags-word",
    "title": "CopyTags=banana",
    "rule": "copy-tags-boolean",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "CopyTags": "banana"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "copy-tags-boolean"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {
          "CopyTags": "true"
        }
      }
    }
  },
  {
    "id": "members/copy-tags-digit",
    "title": "CopyTags=1",
    "rule": "copy-tags-boolean",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "CopyTags": "1"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "copy-tags-boolean"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {
          "CopyTags": "true"
        }
      }
    }
  },
  {
    "id": "members/copy-tags-yes",
    "title": "CopyTags=yes",
    "rule": "copy-tags-boolean",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "CopyTags": "yes"
      }
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "copy-tags-boolean"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {
          "CopyTags": "true"
        }
      }
    }
  },
  {
    "id": "members/copy-tags-false",
    "title": "CopyTags=false",
    "rule": "copy-tags-boolean",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "CopyTags": "false"
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "quotas/manual-none-left",
    "title": "no room for another manual snapshot",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        },
        "places": [
          {
            "manualSnapshotsLeft": 0
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "manual-snapshot-quota"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          },
          "places": [
            {
              "manualSnapshotsLeft": 1
            }
          ]
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "quotas/manual-one-left",
    "title": "room for one more manual snapshot",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        },
        "places": [
          {
            "manualSnapshotsLeft": 1
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual"
        }
      }
    }
  },
  {
    "id": "quotas/manual-none-left-for-automated",
    "title": "the copy of an automated snapshot is a manual one and needs room too",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        },
        "places": [
          {
            "manualSnapshotsLeft": 0
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "manual-snapshot-quota"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "type": "automated"
            }
          },
          "places": [
            {
              "manualSnapshotsLeft": 1
            }
          ]
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "quotas/automated-not-counted",
    "title": "automated snapshots take up no room",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "nightly": {
            "type": "automated"
          }
        },
        "places": [
          {
            "manualSnapshotsLeft": 1
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SnapshotType": "manual"
        }
      }
    }
  },
  {
    "id": "quotas/manual-none-left-elsewhere",
    "title": "no room in another Region is no matter here",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        },
        "places": [
          {
            "region": "elsewhere",
            "manualSnapshotsLeft": 0
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "quotas/manual-none-left-at-source",
    "title": "no room where the source is, room where the copy goes",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        },
        "places": [
          {
            "manualSnapshotsLeft": 0
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "elsewhere"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "quotas/manual-none-left-for-other",
    "title": "no room in the account that shares the source",
    "rule": "manual-snapshot-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        },
        "places": [
          {
            "account": "other",
            "manualSnapshotsLeft": 0
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "quotas/five-in-progress",
    "title": "a sixth copy from another Region",
    "rule": "copies-in-progress-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        },
        "places": [
          {
            "copiesInProgress": 5
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "copies-in-progress-quota"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "region": "elsewhere"
            }
          },
          "places": [
            {
              "copiesInProgress": 4
            }
          ]
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "quotas/four-in-progress",
    "title": "a fifth copy from another Region",
    "rule": "copies-in-progress-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        },
        "places": [
          {
            "copiesInProgress": 4
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "quotas/five-in-progress-local",
    "title": "a copy within the Region while five from another are in progress",
    "rule": "copies-in-progress-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        },
        "places": [
          {
            "copiesInProgress": 5
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "quotas/five-in-progress-elsewhere",
    "title": "five copies in progress into another Region",
    "rule": "copies-in-progress-quota",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        },
        "places": [
          {
            "region": "elsewhere",
            "copiesInProgress": 5
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "sharing/shared",
    "title": "shared with the caller",
    "rule": "source-visible",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "sharing/public",
    "title": "shared with everybody",
    "rule": "source-visible",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "all"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "sharing/not-shared",
    "title": "shared with nobody",
    "rule": "source-visible",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-visible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "account": "other",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "sharing/shared-with-third",
    "title": "shared with another account than the caller's",
    "rule": "source-visible",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "333333333333"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-visible"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "account": "other",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "sharing/shared-by-caller",
    "title": "the other account copies what it owns, though it is shared",
    "rule": "source-visible",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "other",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.other}:cluster-snapshot:{new}"
        }
      }
    }
  },
  {
    "id": "sharing/unencrypted-without-key",
    "title": "an unencrypted shared snapshot needs no key",
    "rule": "kms-shared-requires-key",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": false
        },
        "absent": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "sharing/shared-from-elsewhere",
    "title": "shared by another account in another Region",
    "rule": "source-one-step",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ],
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "source-one-step"
      ]
    }
  },
  {
    "id": "sharing/shared-from-elsewhere-encrypted",
    "title": "shared by another account in another Region, encrypted",
    "rule": "source-one-step",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ],
            "region": "elsewhere",
            "encryptedWith": "theirs"
          }
        },
        "keys": {
          "vault": {
            "alias": true
          },
          "theirs": {
            "account": "other",
            "region": "elsewhere",
            "usableBy": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "KmsKeyId": "{vault.arn}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "source-one-step"
      ]
    }
  },
  {
    "id": "sharing/own-from-elsewhere",
    "title": "an own snapshot of another Region",
    "rule": "source-one-step",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-arn/own",
    "title": "a well-formed ARN",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-arn/automated",
    "title": "a name with a colon, as automated snapshots have",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-arn/service-neptune",
    "title": "the service `neptune`",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:neptune:{region.here}:{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/type-snapshot",
    "title": "the resource type of an instance snapshot",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/type-cluster",
    "title": "the resource type of a cluster",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:cluster:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/slash",
    "title": "a slash between type and name",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot/{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/no-type",
    "title": "no resource type",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/no-name",
    "title": "no name",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/malformed-name",
    "title": "a name that cannot be one",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}_a",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/colon-in-name",
    "title": "a colon in the name that is not the one after `rds`",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}:a",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/last-newline",
    "title": "a newline last",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}\n",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/no-account",
    "title": "no account",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}::cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/short-account",
    "title": "an account of eleven digits",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:12345678901:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/account-name",
    "title": "an account that is no number",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:production:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/no-region",
    "title": "no Region",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds::{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/region-part-missing",
    "title": "the Region left out, colon and all",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/no-partition",
    "title": "no partition",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn::rds:{region.here}:{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/truncated",
    "title": "an ARN that ends after the service",
    "rule": "source-arn-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-arn-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/partition-china",
    "title": "the partition of China",
    "rule": "source-partition",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:aws-cn:rds:cn-north-1:{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-partition"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-arn/partition-government",
    "title": "the partition of the United States government",
    "rule": "source-partition",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:aws-us-gov:rds:us-gov-west-1:{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-partition"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/underscore",
    "title": "an underscore",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}_a",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/first-digit",
    "title": "a digit first",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "1{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/last-hyphen",
    "title": "a hyphen last",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}-",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/double-hyphen",
    "title": "two hyphens in a row",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}--a",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/last-space",
    "title": "a space last",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source} ",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/last-newline",
    "title": "a newline last",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}\n",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/accented-letter",
    "title": "a letter beyond ASCII",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}é",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/bare-prefix",
    "title": "`rds:` and no name",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "rds:",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/other-prefix",
    "title": "a prefix other than `rds:`",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "neptune:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/url",
    "title": "a URL",
    "rule": "source-identifier-form",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "https://example.com/{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-identifier-form"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-identifier/upper-case-name",
    "title": "the name in upper case",
    "rule": "source-case-insensitive",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source:upper}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-identifier/upper-case-name-in-arn",
    "title": "the name in upper case, inside the ARN",
    "rule": "source-case-insensitive",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{source:upper}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-identifier/upper-case-automated",
    "title": "the name of an automated snapshot in upper case, prefix and all",
    "rule": "source-case-insensitive",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source:upper}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-lookup/unknown-name",
    "title": "a name that nothing has",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/longer-name",
    "title": "a name that begins like an existing one",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}-2",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/overlong-name",
    "title": "a name longer than any snapshot's",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{repeat:s:64}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/unknown-automated",
    "title": "the name of an automated snapshot that does not exist",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "rds:{unknown}-2025-12-01-08-30",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/manual-as-automated",
    "title": "a manual snapshot, named as if it were automated",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "rds:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/unknown-arn",
    "title": "an own ARN that nothing has",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/arn-of-other-region",
    "title": "the right name in the ARN of another Region",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.elsewhere}:{account.self}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/arn-of-other-account",
    "title": "the right name in the ARN of another account",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.other}:cluster-snapshot:{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [
        "source-visible"
      ],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/own-name",
    "title": "an own snapshot by its name",
    "rule": "source-exists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-lookup/shared-by-name",
    "title": "a shared snapshot by its bare name",
    "rule": "source-shared-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-shared-by-arn"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "account": "other",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/public-by-name",
    "title": "a snapshot shared with everybody by its bare name",
    "rule": "source-shared-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "all"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-shared-by-arn"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "account": "other",
              "sharedWith": [
                "all"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/namesake-by-name",
    "title": "the bare name that an own and a shared snapshot have leads to the own one",
    "rule": "source-shared-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "identifier": "namesake"
          },
          "shared": {
            "identifier": "namesake",
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-lookup/namesake-by-arn",
    "title": "the ARN of the shared one of two namesakes leads to the shared one",
    "rule": "source-shared-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "identifier": "namesake"
          },
          "shared": {
            "identifier": "namesake",
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{shared.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{shared.arn}"
        }
      }
    }
  },
  {
    "id": "source-lookup/other-region-by-name",
    "title": "a snapshot of another Region by its bare name",
    "rule": "source-cross-region-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-cross-region-by-arn"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "region": "elsewhere"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/called-elsewhere-by-name",
    "title": "a snapshot at home by its bare name, the call going elsewhere",
    "rule": "source-cross-region-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "elsewhere"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-cross-region-by-arn"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "elsewhere"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-lookup/called-elsewhere-by-arn",
    "title": "a snapshot at home by its ARN, the call going elsewhere",
    "rule": "source-cross-region-by-arn",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "elsewhere"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.elsewhere}:{account.self}:cluster-snapshot:{new}",
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-status/available",
    "title": "available",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "source-status/creating",
    "title": "still being created",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "status": "creating"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/copying",
    "title": "a copy that is still under way",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "status": "copying"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/failed",
    "title": "failed",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "status": "failed"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/deleting",
    "title": "being deleted",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "status": "deleting"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/creating-by-arn",
    "title": "still being created, named by its ARN",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "status": "creating"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/creating-automated",
    "title": "an automated snapshot still being created",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "type": "automated",
            "status": "creating"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "type": "automated"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/creating-shared",
    "title": "a shared snapshot still being created",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ],
            "status": "creating"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "account": "other",
              "sharedWith": [
                "self"
              ]
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "source-status/creating-elsewhere",
    "title": "a snapshot of another Region still being created",
    "rule": "source-available",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere",
            "status": "creating"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-available"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {
              "region": "elsewhere"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/allowed-latin",
    "title": "letters with accents",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "größe",
            "Value": "été"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "größe",
            "Value": "été"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-cyrillic",
    "title": "Cyrillic letters",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "команда",
            "Value": "граф"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "команда",
            "Value": "граф"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-cjk",
    "title": "Chinese and Japanese characters",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "部門",
            "Value": "グラフ"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "部門",
            "Value": "グラフ"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-hebrew",
    "title": "letters written from right to left",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "צוות",
            "Value": "גרף"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "צוות",
            "Value": "גרף"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-astral",
    "title": "a letter beyond the Basic Multilingual Plane",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "𠀀",
            "Value": "𐍈"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "𠀀",
            "Value": "𐍈"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-digits",
    "title": "digits of other scripts, fractions and Roman numerals",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "٣४",
            "Value": "½Ⅷ²"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "٣४",
            "Value": "½Ⅷ²"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-space",
    "title": "spaces inside",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "my team",
            "Value": "graph db"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "my team",
            "Value": "graph db"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-separators",
    "title": "no-break, ideographic and line separators",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a b",
            "Value": "a　b c"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "a b",
            "Value": "a　b c"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/allowed-symbols",
    "title": "each of the symbols",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "_.:/=+-",
            "Value": "-+=/:._"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "_.:/=+-",
            "Value": "-+=/:._"
          }
        ]
      }
    }
  },
  {
    "id": "tags-charset/key-less-than",
    "title": "a less-than sign in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a<b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-ampersand",
    "title": "an ampersand in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a&b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-asterisk",
    "title": "an asterisk in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a*b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-comma",
    "title": "a comma in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a,b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-semicolon",
    "title": "a semicolon in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a;b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-parentheses",
    "title": "parentheses in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a(b)",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-apostrophe",
    "title": "an apostrophe in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a'b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-quote",
    "title": "a quotation mark in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a\"b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-hash",
    "title": "a number sign in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a#b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-percent",
    "title": "a percent sign in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a%b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-question-mark",
    "title": "a question mark in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a?b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-tilde",
    "title": "a tilde in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a~b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-bar",
    "title": "a vertical bar in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a|b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-currency",
    "title": "a currency sign in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a€b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-combining",
    "title": "an accent of its own (a combining mark) in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "éa",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-emoji",
    "title": "an emoji in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a🙂b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-zero-width",
    "title": "a zero-width space, which is no separator in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a​b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-control",
    "title": "a control character that is no white space in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a\u0007b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "a-b",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-less-than",
    "title": "a less-than sign in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a<b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-ampersand",
    "title": "an ampersand in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a&b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-comma",
    "title": "a comma in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a,b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-parentheses",
    "title": "parentheses in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a(b)"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-combining",
    "title": "an accent of its own (a combining mark) in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "éa"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-emoji",
    "title": "an emoji in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a🙂b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-control",
    "title": "a control character that is no white space in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a\u0007b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-second",
    "title": "an asterisk in the second of two values",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "first",
            "Value": "a-b"
          },
          {
            "Key": "second",
            "Value": "a*b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "first",
              "Value": "a-b"
            },
            {
              "Key": "second",
              "Value": "a-b"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/value-last",
    "title": "an asterisk as the last character of a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "ab*"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-charset"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "ab"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-charset/key-at",
    "title": "a commercial at in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a@b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/value-at",
    "title": "a commercial at in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a@b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/key-backslash",
    "title": "a backslash in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a\\b",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/value-backslash",
    "title": "a backslash in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a\\b"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/key-tab",
    "title": "a tab in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a\tb",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/value-tab",
    "title": "a tab in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a\tb"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/key-line-feed",
    "title": "a line feed in a key",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a\nb",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/value-line-feed",
    "title": "a line feed in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a\nb"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/value-carriage-return",
    "title": "a carriage return in a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "a\rb"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-charset/value-last-newline",
    "title": "a newline as the last character of a value",
    "rule": "tag-charset",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "ab\n"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-charset"
      ]
    }
  },
  {
    "id": "tags-copying/default",
    "title": "neither CopyTags nor Tags",
    "rule": "copy-no-tags-by-default",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-false",
    "title": "CopyTags false",
    "rule": "copy-no-tags-by-default",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": false
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/empty-tags",
    "title": "an empty list of Tags",
    "rule": "copy-no-tags-by-default",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": []
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/empty-tags-copy-tags-false",
    "title": "CopyTags false and an empty list of Tags",
    "rule": "copy-no-tags-by-default",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": false,
        "Tags": []
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/cluster-tags",
    "title": "the cluster hands its tags to snapshots",
    "rule": "copy-no-tags-by-default",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              }
            ],
            "cluster": {
              "copyTagsToSnapshot": true,
              "tags": [
                {
                  "Key": "team",
                  "Value": "graph"
                },
                {
                  "Key": "cluster",
                  "Value": "only"
                }
              ]
            }
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/copy-tags",
    "title": "CopyTags true",
    "rule": "copy-tags-all",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "stage",
            "Value": "test"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-by-arn",
    "title": "CopyTags true, the source named by its ARN",
    "rule": "copy-tags-all",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "stage",
            "Value": "test"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-of-untagged",
    "title": "CopyTags true, but the source has no tags",
    "rule": "copy-tags-all",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-of-automated",
    "title": "CopyTags true for an automated snapshot",
    "rule": "copy-tags-all",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ],
            "type": "automated"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "stage",
            "Value": "test"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-from-elsewhere",
    "title": "CopyTags true for a snapshot of another Region",
    "rule": "copy-tags-all",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ],
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "stage",
            "Value": "test"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-not-the-cluster",
    "title": "CopyTags true takes the snapshot's tags, not the cluster's",
    "rule": "copy-tags-all",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              }
            ],
            "cluster": {
              "copyTagsToSnapshot": true,
              "tags": [
                {
                  "Key": "team",
                  "Value": "graph"
                },
                {
                  "Key": "cluster",
                  "Value": "only"
                }
              ]
            }
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/copy-tags-with-system-tag",
    "title": "CopyTags true, and the source has an `aws:` tag",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "aws:cloudformation:stack-name",
                "Value": "graph"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-key-reserved-prefix"
      ]
    }
  },
  {
    "id": "tags-copying/system-tag-not-copied",
    "title": "the source has an `aws:` tag, but its tags are not asked for",
    "rule": "copy-no-tags-by-default",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "aws:cloudformation:stack-name",
                "Value": "graph"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "tags-copying/tags",
    "title": "Tags and no CopyTags",
    "rule": "copy-assigns-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/tags-copy-tags-false",
    "title": "Tags and CopyTags false",
    "rule": "copy-assigns-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": false,
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/several-tags",
    "title": "three tags",
    "rule": "copy-assigns-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "Owner",
            "Value": "Backup"
          },
          {
            "Key": "kept",
            "Value": "35 days"
          },
          {
            "Key": "cost",
            "Value": "0"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "Owner",
            "Value": "Backup"
          },
          {
            "Key": "kept",
            "Value": "35 days"
          },
          {
            "Key": "cost",
            "Value": "0"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/tags-on-untagged",
    "title": "Tags for a source without any",
    "rule": "copy-assigns-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/tags-and-copy-tags",
    "title": "CopyTags true and Tags",
    "rule": "tags-over-copy-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true,
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/same-key",
    "title": "CopyTags true and Tags with a key of the source",
    "rule": "tags-over-copy-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true,
        "Tags": [
          {
            "Key": "team",
            "Value": "backup"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "backup"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/empty-tags-and-copy-tags",
    "title": "CopyTags true and an empty list of Tags",
    "rule": "tags-over-copy-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true,
        "Tags": []
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "stage",
            "Value": "test"
          }
        ]
      }
    }
  },
  {
    "id": "tags-copying/full-tags-and-copy-tags",
    "title": "CopyTags true and as many Tags as there may be",
    "rule": "tags-over-copy-tags",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "tags": [
              {
                "Key": "team",
                "Value": "graph"
              },
              {
                "Key": "stage",
                "Value": "test"
              }
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "CopyTags": true,
        "Tags": {
          "generate": 50
        }
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "tags-validation/key-missing",
    "title": "a tag without a key",
    "rule": "tag-key-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-missing-second",
    "title": "a second tag without a key",
    "rule": "tag-key-required",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "first",
            "Value": "value"
          },
          {
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "first",
              "Value": "value"
            },
            {
              "Key": "second",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-empty",
    "title": "an empty key",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "k",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-1",
    "title": "a key of one character",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "k",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "k",
            "Value": "value"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/key-128",
    "title": "a key of 128 characters",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:k:128}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "{repeat:k:128}",
            "Value": "value"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/key-129",
    "title": "a key of 129 characters",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:k:129}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "{repeat:k:128}",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-129-second",
    "title": "a key of 129 characters in the second tag",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "first",
            "Value": "value"
          },
          {
            "Key": "{repeat:k:129}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "first",
              "Value": "value"
            },
            {
              "Key": "{repeat:k:128}",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-128-accented",
    "title": "a key of 128 letters of two bytes each",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:é:128}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "{repeat:é:128}",
            "Value": "value"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/key-129-accented",
    "title": "a key of 129 letters of two bytes each",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:é:129}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "{repeat:é:128}",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-64-astral",
    "title": "a key of 64 letters that count as 128 at most",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:𠀀:64}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "{repeat:𠀀:64}",
            "Value": "value"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/key-65-astral",
    "title": "a key of 65 letters that may count as 130",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:𠀀:65}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-key-length"
      ]
    }
  },
  {
    "id": "tags-validation/key-128-astral",
    "title": "a key of 128 letters that may count as 256",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:𠀀:128}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-key-length"
      ]
    }
  },
  {
    "id": "tags-validation/key-129-astral",
    "title": "a key of 129 letters, too long however they are counted",
    "rule": "tag-key-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "{repeat:𠀀:129}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "{repeat:𠀀:64}",
              "Value": "value"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/value-1",
    "title": "a value of one character",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "v"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "key",
            "Value": "v"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/value-256",
    "title": "a value of 256 characters",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "{repeat:v:256}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "key",
            "Value": "{repeat:v:256}"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/value-257",
    "title": "a value of 257 characters",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "{repeat:v:257}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-value-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "{repeat:v:256}"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/value-256-accented",
    "title": "a value of 256 letters of two bytes each",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "{repeat:é:256}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "key",
            "Value": "{repeat:é:256}"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/value-128-astral",
    "title": "a value of 128 letters that count as 256 at most",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "{repeat:𠀀:128}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "key",
            "Value": "{repeat:𠀀:128}"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/value-129-astral",
    "title": "a value of 129 letters that may count as 258",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "{repeat:𠀀:129}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-value-length"
      ]
    }
  },
  {
    "id": "tags-validation/value-257-astral",
    "title": "a value of 257 letters, too long however they are counted",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": "{repeat:𠀀:257}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-value-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "key",
              "Value": "{repeat:𠀀:128}"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/value-empty",
    "title": "an empty value",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key",
            "Value": ""
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-value-length"
      ]
    }
  },
  {
    "id": "tags-validation/value-absent",
    "title": "no value",
    "rule": "tag-value-length",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-value-length"
      ]
    }
  },
  {
    "id": "tags-validation/key-aws",
    "title": "a key that starts with `aws:`",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "aws:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-reserved-prefix"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "aws-team",
              "Value": "graph"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-rds",
    "title": "a key that starts with `rds:`",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "rds:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-reserved-prefix"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "rds-team",
              "Value": "graph"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-aws-only",
    "title": "the key `aws:`",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "aws:",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-reserved-prefix"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "aws",
              "Value": "graph"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-aws-second",
    "title": "a second tag whose key starts with `aws:`",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "first",
            "Value": "graph"
          },
          {
            "Key": "aws:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-reserved-prefix"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "first",
              "Value": "graph"
            },
            {
              "Key": "team",
              "Value": "graph"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-aws-inside",
    "title": "a key with `aws:` further in",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "my-aws:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "my-aws:team",
            "Value": "graph"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/key-neptune",
    "title": "a key that starts with `neptune:`, which is not reserved",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "neptune:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "neptune:team",
            "Value": "graph"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/key-aws-upper-case",
    "title": "a key that starts with `AWS:`",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "AWS:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-key-reserved-prefix"
      ]
    }
  },
  {
    "id": "tags-validation/key-rds-mixed-case",
    "title": "a key that starts with `Rds:`",
    "rule": "tag-key-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "Rds:team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-key-reserved-prefix"
      ]
    }
  },
  {
    "id": "tags-validation/value-aws",
    "title": "a value that starts with `aws:`",
    "rule": "tag-value-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "aws:graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-value-reserved-prefix"
      ]
    }
  },
  {
    "id": "tags-validation/value-rds",
    "title": "a value that starts with `rds:`",
    "rule": "tag-value-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "rds:graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-value-reserved-prefix"
      ]
    }
  },
  {
    "id": "tags-validation/value-aws-upper-case",
    "title": "a value that starts with `AWS:`",
    "rule": "tag-value-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "AWS:graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "open",
      "leavesOpen": [
        "tag-value-reserved-prefix"
      ]
    }
  },
  {
    "id": "tags-validation/value-arn",
    "title": "an ARN as value, which does not start with a reserved prefix",
    "rule": "tag-value-reserved-prefix",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "origin",
            "Value": "{source.arn}"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "origin",
            "Value": "{source.arn}"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/count-50",
    "title": "50 tags",
    "rule": "tag-count",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": {
          "generate": 50
        }
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "tags-validation/count-51",
    "title": "51 tags",
    "rule": "tag-count",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": {
          "generate": 51
        }
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-count"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": {
            "generate": 50
          }
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-twice",
    "title": "a key twice, with two values",
    "rule": "tag-key-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "team",
            "Value": "search"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "team",
              "Value": "graph"
            },
            {
              "Key": "group",
              "Value": "search"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/tag-twice",
    "title": "the same tag twice",
    "rule": "tag-key-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": [
            {
              "Key": "team",
              "Value": "graph"
            },
            {
              "Key": "group",
              "Value": "graph"
            }
          ]
        },
        "wire": {}
      }
    }
  },
  {
    "id": "tags-validation/key-in-two-cases",
    "title": "keys that differ in case only",
    "rule": "tag-key-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "Team",
            "Value": "search"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "Team",
            "Value": "search"
          }
        ]
      }
    }
  },
  {
    "id": "tags-validation/value-twice",
    "title": "two keys with the same value",
    "rule": "tag-key-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "group",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "team",
            "Value": "graph"
          },
          {
            "Key": "group",
            "Value": "graph"
          }
        ]
      }
    }
  },
  {
    "id": "target-identifier-syntax/length-1",
    "title": "one letter",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:1}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new:1}"
        }
      }
    }
  },
  {
    "id": "target-identifier-syntax/length-62",
    "title": "62 characters with a hyphen",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:60}-b"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new:60}-b"
        }
      }
    }
  },
  {
    "id": "target-identifier-syntax/length-63",
    "title": "63 characters with hyphens",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:59}-b-2"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new:59}-b-2"
        }
      }
    }
  },
  {
    "id": "target-identifier-syntax/length-64",
    "title": "64 characters",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:64}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new:63}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/length-64-with-hyphens",
    "title": "64 characters, hyphens among them",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:60}-b-2"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new:59}-b-2"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/length-255",
    "title": "255 characters, which some other identifiers of the service may have",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new:255}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new:63}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/first-digit",
    "title": "a digit first",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "1{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "a{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/first-hyphen",
    "title": "a hyphen first",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "-{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "a{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/first-space",
    "title": "a space first",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": " {new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "a{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/first-capital",
    "title": "a capital letter first",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "A{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "a{new}"
        }
      }
    }
  },
  {
    "id": "target-identifier-syntax/last-hyphen",
    "title": "a hyphen last",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}-"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/double-hyphen",
    "title": "two hyphens in a row",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}--a"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/triple-hyphen",
    "title": "three hyphens in a row",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}---a"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/single-hyphens",
    "title": "many hyphens, never two in a row",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}-a-1-b-2"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}-a-1-b-2"
        }
      }
    }
  },
  {
    "id": "target-identifier-syntax/last-digit",
    "title": "a digit last",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}-2026"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}-2026"
        }
      }
    }
  },
  {
    "id": "target-identifier-syntax/underscore",
    "title": "an underscore",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}_a"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/dot",
    "title": "a dot",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}.a"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/slash",
    "title": "a slash",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}/a"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/inner-space",
    "title": "a space inside",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new} a"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/last-space",
    "title": "a space last",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new} "
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/automated-prefix",
    "title": "the prefix `rds:` of automated snapshots",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "rds:{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "rds-{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/arn",
    "title": "an ARN",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/accented-letter",
    "title": "a letter beyond ASCII",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}é"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}e"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/cyrillic-letter",
    "title": "a Cyrillic letter that looks like a Latin one",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}а"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/kelvin-sign",
    "title": "the kelvin sign, which folds to the letter k",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}K"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}k"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/arabic-digit",
    "title": "a digit beyond ASCII",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}٣"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}3"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-identifier-syntax/last-newline",
    "title": "a newline last",
    "rule": "target-identifier-syntax",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}\n"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/taken",
    "title": "the name of another snapshot",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {},
            "taken": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/taken-upper-case",
    "title": "the name of another snapshot in upper case",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken:upper}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {},
            "taken": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new:upper}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/longer",
    "title": "a name that begins like that of another snapshot",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}-2"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{taken}-2"
        }
      }
    }
  },
  {
    "id": "target-unique/itself",
    "title": "the source's own name",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/itself-by-arn",
    "title": "the source's own name, the source named by its ARN",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source.arn}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/itself-upper-case",
    "title": "the source's own name in upper case",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{source:upper}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new:upper}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/taken-by-creating",
    "title": "the name of a snapshot still being created",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {
            "status": "creating"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {},
            "taken": {
              "status": "creating"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/taken-by-failed",
    "title": "the name of a failed snapshot",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {
            "status": "failed"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {},
            "taken": {
              "status": "failed"
            }
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "target-unique/taken-elsewhere",
    "title": "a name taken in another Region only",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{taken}"
        }
      }
    }
  },
  {
    "id": "target-unique/taken-by-other",
    "title": "a name taken in another account only",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {},
          "taken": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{taken}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotArn": "arn:{partition}:rds:{region.here}:{account.self}:cluster-snapshot:{taken}"
        }
      }
    }
  },
  {
    "id": "target-unique/same-name-from-elsewhere",
    "title": "a copy from another Region under the source's name",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "region": "elsewhere"
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{source}",
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "target-unique/same-name-from-other",
    "title": "a copy from another account under the source's name",
    "rule": "target-unique",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "account": "other",
            "sharedWith": [
              "self"
            ]
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source.arn}",
        "TargetDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{source}",
          "SourceDBClusterSnapshotArn": "{source.arn}"
        }
      }
    }
  },
  {
    "id": "wire/well-formed",
    "title": "a success is well-formed",
    "rule": "wire-well-formed",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/well-formed-fault",
    "title": "a fault that repeats markup of the request is well-formed",
    "rule": "wire-well-formed",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}<&>"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/content-type",
    "title": "the type of a success",
    "rule": "wire-content-type",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/content-type-fault",
    "title": "the type of a fault",
    "rule": "wire-content-type",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/success-envelope",
    "title": "the envelope of a success",
    "rule": "wire-success-envelope",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/fault-envelope",
    "title": "the envelope of a declared fault",
    "rule": "wire-fault-envelope",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-envelope-common",
    "title": "the envelope of a common error",
    "rule": "wire-fault-envelope",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}-"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-identifier-syntax"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}-a"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-status-404",
    "title": "the status of DBClusterSnapshotNotFoundFault",
    "rule": "wire-fault-status",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-status-400",
    "title": "the status of DBClusterSnapshotAlreadyExistsFault",
    "rule": "wire-fault-status",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-status-400-common",
    "title": "the status of a common error",
    "rule": "wire-fault-status",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-required"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-code",
    "title": "a code that is the name of its shape",
    "rule": "wire-fault-code",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{source}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "target-unique"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-code-of-quota",
    "title": "SnapshotQuotaExceeded, a code without the Fault of its shape",
    "rule": "wire-fault-code",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        },
        "places": [
          {
            "manualSnapshotsLeft": 0
          }
        ]
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "manual-snapshot-quota"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          },
          "places": [
            {
              "manualSnapshotsLeft": 1
            }
          ]
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/fault-type",
    "title": "a fault is the sender's",
    "rule": "wire-fault-type",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/request-id",
    "title": "the request id of a success",
    "rule": "wire-request-id",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/request-id-fault",
    "title": "the request id of a fault",
    "rule": "wire-request-id",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/namespace",
    "title": "the namespace of a success",
    "rule": "wire-namespace",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/namespace-fault",
    "title": "the namespace of a fault",
    "rule": "wire-namespace",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/absent-key",
    "title": "no KmsKeyId element for an unencrypted copy",
    "rule": "wire-absent-members",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": false
        },
        "absent": [
          "KmsKeyId"
        ]
      }
    }
  },
  {
    "id": "wire/known-members",
    "title": "no members of sister services",
    "rule": "wire-known-members",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/member-types",
    "title": "integers, booleans and times of a copy",
    "rule": "wire-member-types",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "Port",
          "AllocatedStorage",
          "IAMDatabaseAuthenticationEnabled",
          "SnapshotCreateTime",
          "ClusterCreateTime"
        ]
      }
    }
  },
  {
    "id": "wire/list-members",
    "title": "the zones of a copy",
    "rule": "wire-list-members",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "inherited": [
          "AvailabilityZones"
        ]
      }
    }
  },
  {
    "id": "wire/request-lists",
    "title": "two tags",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "owner",
            "Value": "backup"
          },
          {
            "Key": "team",
            "Value": "graph"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "owner",
            "Value": "backup"
          },
          {
            "Key": "team",
            "Value": "graph"
          }
        ]
      }
    }
  },
  {
    "id": "wire/request-lists-eleven",
    "title": "eleven tags, so that their numbers do not sort as text",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": {
          "generate": 11
        }
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "DBClusterSnapshotIdentifier": "{new}"
        }
      }
    }
  },
  {
    "id": "wire/request-lists-empty",
    "title": "an empty list of tags, `Tags=`",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {
        "Tags": ""
      }
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": []
      }
    }
  },
  {
    "id": "wire/request-lists-escapes",
    "title": "tags whose characters must be escaped in a form",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "a+b=c d/é",
            "Value": "x=1 + y=2"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "tags": [
          {
            "Key": "a+b=c d/é",
            "Value": "x=1 + y=2"
          }
        ]
      }
    }
  },
  {
    "id": "wire/request-lists-fault",
    "title": "the key of the eleventh tag is found too long",
    "rule": "wire-request-lists",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}",
        "Tags": [
          {
            "Key": "key-1",
            "Value": "value"
          },
          {
            "Key": "key-2",
            "Value": "value"
          },
          {
            "Key": "key-3",
            "Value": "value"
          },
          {
            "Key": "key-4",
            "Value": "value"
          },
          {
            "Key": "key-5",
            "Value": "value"
          },
          {
            "Key": "key-6",
            "Value": "value"
          },
          {
            "Key": "key-7",
            "Value": "value"
          },
          {
            "Key": "key-8",
            "Value": "value"
          },
          {
            "Key": "key-9",
            "Value": "value"
          },
          {
            "Key": "key-10",
            "Value": "value"
          },
          {
            "Key": "{repeat:k:129}",
            "Value": "value"
          }
        ]
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "tag-key-length"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}",
          "Tags": {
            "generate": 11
          }
        },
        "wire": {}
      }
    }
  },
  {
    "id": "wire/sdk-agrees",
    "title": "an SDK reads of a success what stands in it",
    "rule": "wire-sdk-agrees",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {}
    }
  },
  {
    "id": "wire/sdk-agrees-encrypted",
    "title": "an SDK reads of an encrypted copy what stands in it",
    "rule": "wire-sdk-agrees",
    "situation": {
      "given": {
        "snapshots": {
          "source": {
            "encryptedWith": "own"
          }
        },
        "keys": {
          "own": {},
          "vault": {
            "alias": true
          }
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{source}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "copied",
      "copy": {
        "fields": {
          "StorageEncrypted": true,
          "KmsKeyId": "{own.arn}"
        }
      }
    }
  },
  {
    "id": "wire/sdk-agrees-fault",
    "title": "an SDK reads of a fault what stands in it",
    "rule": "wire-sdk-agrees",
    "situation": {
      "given": {
        "snapshots": {
          "source": {}
        }
      },
      "caller": {
        "account": "self",
        "region": "here"
      },
      "request": {
        "SourceDBClusterSnapshotIdentifier": "{unknown}",
        "TargetDBClusterSnapshotIdentifier": "{new}"
      },
      "wire": {}
    },
    "claim": {
      "kind": "rejected",
      "breaks": [
        "source-exists"
      ],
      "leavesOpen": [],
      "twin": {
        "given": {
          "snapshots": {
            "source": {}
          }
        },
        "caller": {
          "account": "self",
          "region": "here"
        },
        "request": {
          "SourceDBClusterSnapshotIdentifier": "{source}",
          "TargetDBClusterSnapshotIdentifier": "{new}"
        },
        "wire": {}
      }
    }
  }
];
