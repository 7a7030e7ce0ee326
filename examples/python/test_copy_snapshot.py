"""Tests of copy_snapshot against the reference model, over HTTP: python -m unittest, with boto3 and Node.

The reference model is installed beside them before, from a tarball or a git reference (README, "Install").
"""

import subprocess
import time
import unittest
from pathlib import Path

import boto3

from copy_snapshot import copy_and_wait

SERVE = [str(Path(__file__).parent / "node_modules/.bin/neptune-copy-contract"), "serve"]
COPY_DURATION = 500
WORLD = Path(__file__).with_name("world.yaml")


class CopyAndWait(unittest.TestCase):
    """Each test has a world of its own."""

    def setUp(self):
        command = [*SERVE, "--world", str(WORLD), "--copy-duration", str(COPY_DURATION)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.wait)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.terminate)
        endpoint = server.stdout.readline().strip()
        self.neptune = boto3.client(
            "neptune",
            endpoint_url=endpoint,
            region_name="us-east-1",
            aws_access_key_id="123456789012",
            aws_secret_access_key="secret",
        )
        self.looks = 0

    def wait(self, _seconds):
        """Waits for a tenth of what a copy takes here, and counts."""
        self.looks += 1
        time.sleep(COPY_DURATION / 10_000)

    def copy(self, source, target, **members):
        """Copies in the world of the test."""
        return copy_and_wait(self.neptune, source, target, wait=self.wait, **members)

    def test_waits_until_the_copy_is_available(self):
        copy = self.copy("nightly", "vault-nightly", CopyTags=True)
        self.assertEqual(copy["Status"], "available")
        self.assertTrue(copy["StorageEncrypted"])
        self.assertGreater(self.looks, 0)
        tags = self.neptune.list_tags_for_resource(ResourceName=copy["DBClusterSnapshotArn"])["TagList"]
        self.assertEqual(tags, [{"Key": "owner", "Value": "graph-team"}])

    def test_takes_up_a_copy_that_was_begun_before(self):
        first = self.copy("plain", "vault-plain")
        again = self.copy("plain", "vault-plain")
        self.assertEqual(again["SnapshotCreateTime"], first["SnapshotCreateTime"])

    def test_tells_faults_as_aws_does(self):
        faults = self.neptune.exceptions
        with self.assertRaises(faults.DBClusterSnapshotNotFoundFault):
            self.copy("nothing", "vault-nothing")
        with self.assertRaises(faults.KMSKeyNotAccessibleFault):
            self.copy("nightly", "vault-nightly", KmsKeyId="alias/retired")

    def test_meets_the_quota(self):
        for name in ("one", "two", "three"):
            self.copy("plain", name)
        with self.assertRaises(self.neptune.exceptions.SnapshotQuotaExceededFault):
            self.copy("plain", "four")


if __name__ == "__main__":
    unittest.main()
