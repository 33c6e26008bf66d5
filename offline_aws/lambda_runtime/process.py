"""A runtime process: its start, its output, its memory, its end.

It leads a process group of its own, so that its children end with it. The leader is reaped only after its group was
killed: until then its number can't be given to another group.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import psutil

BOOTSTRAP = Path(__file__).with_name("bootstrap.py")


class RuntimeProcess:
    """`sys.executable` running the bootstrap in `task_root` with `variables` as its whole environment.

    Standard output and error come out of one pipe, ``output``, a non-blocking file descriptor.
    """

    def __init__(self, task_root: Path, variables: Mapping[str, str]) -> None:
        self._ending = threading.Lock()
        self._peak_memory = 0
        alive, self._lifeline = os.pipe()
        self.output, writable = os.pipe()
        os.set_blocking(self.output, False)
        try:
            self._popen = subprocess.Popen(
                [sys.executable, "-S", "-P", str(BOOTSTRAP), str(alive)],
                cwd=task_root,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=writable,
                stderr=writable,
                pass_fds=(alive,),
                start_new_session=True,
            )
        except OSError:
            self._close_pipes()
            raise
        finally:
            os.close(alive)
            os.close(writable)

    def has_exited(self) -> bool:
        """Whether the leader has ended. It stays a zombie until ``kill``."""
        with self._ending:
            if self._popen.returncode is not None:
                return True
            state = os.WEXITED | os.WNOHANG | os.WNOWAIT
            return os.waitid(os.P_PID, self._popen.pid, state) is not None

    def kill(self) -> int:
        """End the process and its children, if they still run; returns the leader's return code as Popen gives it."""
        with self._ending:
            if self._popen.returncode is None:
                # macOS answers EPERM for a group of zombies.
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._popen.pid, signal.SIGKILL)
            return self._popen.wait()

    def close(self) -> None:
        self.kill()
        self._close_pipes()

    def peak_memory(self) -> int:
        """The most bytes resident in the leader so far; what was last seen, once it has ended."""
        if self._popen.returncode is None:
            self._peak_memory = max(self._peak_memory, resident_peak(self._popen.pid))
        return self._peak_memory

    def _close_pipes(self) -> None:
        os.close(self.output)
        os.close(self._lifeline)


def resident_peak(pid: int) -> int:
    """Bytes: the kernel's high-water mark on Linux, elsewhere what is resident now; 0 once it has ended."""
    if sys.platform != "linux":
        with contextlib.suppress(psutil.Error):
            return psutil.Process(pid).memory_info().rss
        return 0
    with contextlib.suppress(ProcessLookupError, FileNotFoundError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0
