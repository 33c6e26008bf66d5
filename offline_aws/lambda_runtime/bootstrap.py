"""What a runtime process runs: AWS's own runtime interface client, as ``/var/runtime/bootstrap`` does on AWS.

Started by path with ``python -S -P``, so that ``sys.path`` holds the standard library alone: the function then finds
its own folder, what its PYTHONPATH names and the runtime's folder, and nothing of the emulator. The only argument is
the read end of a pipe whose write end the emulator holds: when the emulator dies, however it dies, the read returns
and the whole process group goes with it.
"""

import _thread
import os
import signal
import site
import sys


def die_with_emulator(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.killpg(0, signal.SIGKILL)


def main() -> None:
    lifeline = int(sys.argv[1])
    os.set_inheritable(lifeline, False)
    _thread.start_new_thread(die_with_emulator, (lifeline,))
    site.setquit()  # exit() and quit(), which -S leaves out
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    sys.path.append(os.environ["LAMBDA_RUNTIME_DIR"])
    from awslambdaric.__main__ import main as run

    run(["bootstrap", os.environ["_HANDLER"]])


main()
