"""AWS CLI without its start-up: a server that has imported it forks for each call, and `aws` only asks it to.

What runs is AWS CLI's own `main`, in a process of its own, with the caller's arguments, environment, folder and
streams. `warm_aws.py FOLDER` puts the command `aws` into the folder, prints a line once it can be called, and
serves until it is ended.
"""

import array
import json
import os
import signal
import socket
import sys

CLIENT = """#!{python} -ISu
import array, json, os, socket, sys
with socket.socket(socket.AF_UNIX) as there:
    there.connect({path!r})
    streams = array.array("i", [0, 1, 2])
    call = json.dumps([sys.argv[1:], dict(os.environ), os.getcwd()]).encode()
    there.sendmsg([len(call).to_bytes(4, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
    there.sendall(call)
    sys.exit(int(there.recv(8) or b"70"))
"""


def answer(connection, main):
    """Receives one call, forks, and tells the caller the exit code. Runs in a forked process of its own."""
    streams = array.array("i")
    head, ancillary, _, _ = connection.recvmsg(4, socket.CMSG_SPACE(3 * streams.itemsize))
    streams.frombytes(ancillary[0][2][: 3 * streams.itemsize])
    call = b""
    while len(call) < int.from_bytes(head, "big"):
        call += connection.recv(1 << 16)
    arguments, environment, folder = json.loads(call)
    child = os.fork()
    if child == 0:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        sys.argv = ["aws", *arguments]
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)
    _, status = os.waitpid(child, 0)
    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def serve(folder):
    """Serves calls, each in a process of its own."""
    from awscli.clidriver import create_clidriver

    driver = create_clidriver()
    for service in ("neptune", "kms", "sts"):
        driver.session.get_service_model(service)
    path = os.path.join(folder, "aws.sock")
    with open(os.path.join(folder, "aws"), "w", encoding="utf-8") as client:
        client.write(CLIENT.format(python=sys.executable, path=path))
        os.chmod(client.name, 0o755)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    print("ready", flush=True)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            listener.close()
            answer(connection, driver.main)
        connection.close()


if __name__ == "__main__":
    serve(sys.argv[1])
