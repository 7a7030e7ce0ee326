// Generated from spec/ by `npm run generate`. Do not edit.
import type { DirectedCase } from '../case.ts';

/** The directed cases, defaults and twins filled in. */
export const cases: readonly DirectedCase[] = [
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
  }
];
