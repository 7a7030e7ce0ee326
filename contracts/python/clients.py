"""Calls a Neptune endpoint as other people do, with boto3 or AWS CLI, and prints the actual outcome: one JSON list."""

import json
import os
import re
import subprocess
import sys

import boto3
import botocore.exceptions

SECRET = "secret"


def with_boto3(endpoint, call):
    """Makes a call with boto3: the members of its output, or the code and HTTP status of its fault."""
    client = boto3.client(
        "neptune",
        endpoint_url=endpoint,
        region_name=call["region"],
        aws_access_key_id=call["account"],
        aws_secret_access_key=SECRET,
    )
    method = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", call["operation"]).lower()
    method = method.replace("dbcluster", "db_cluster")
    try:
        output = getattr(client, method)(**call["input"])
    except botocore.exceptions.ClientError as error:
        metadata = error.response["ResponseMetadata"]
        modelled = type(error).__name__
        return {"code": error.response["Error"]["Code"], "status": metadata["HTTPStatusCode"], "class": modelled}
    status = output.pop("ResponseMetadata")["HTTPStatusCode"]
    return {"output": output, "status": status}


def with_aws_cli(endpoint, call):
    """Makes a call with AWS CLI. The HTTP status is in what it logs with --debug."""
    command = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", call["operation"]).lower().replace("dbcluster", "db-cluster")
    members = dict(call["input"])
    region = members.pop("SourceRegion", None)
    source = [] if region is None else ["--source-region", region]
    done = subprocess.run(
        ["aws", "neptune", command, "--endpoint-url", endpoint, "--region", call["region"], "--output", "json"]
        + source
        + ["--debug", "--cli-input-json", json.dumps(members)],
        env={**os.environ, "AWS_ACCESS_KEY_ID": call["account"], "AWS_SECRET_ACCESS_KEY": SECRET},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    status = int(re.findall(r'"POST / HTTP/1\.1" (\d+)', done.stderr)[-1])
    if done.returncode == 0:
        return {"output": json.loads(done.stdout or "{}"), "status": status}
    code = re.findall(r"An error occurred \((\w+)\)", done.stderr)[-1]
    return {"code": code, "status": status}


def main(client, endpoint, calls):
    """Makes the calls, a JSON list, one after the other."""
    make = {"boto3": with_boto3, "aws-cli": with_aws_cli}[client]
    answers = [make(endpoint, call) for call in json.loads(calls)]
    json.dump(answers, sys.stdout, default=lambda value: value.isoformat())


if __name__ == "__main__":
    main(*sys.argv[1:])
